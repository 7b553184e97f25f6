using System.Text.Json;
using AiFixer.Core.Analysis.Clusters;

namespace AiFixer.Tests.Core.Analysis.Clusters;

public sealed class ClusterReaderTests
{
    [Fact]
    public void A_node_tells_of_which_devices_it_offers_fewer_than_it_has()
    {
        var nodes = ClusterReader.Nodes(Json("""
            {"items":[
              {"metadata":{"name":"n1"},"status":{"capacity":{"cpu":"8","a.example/gpu":"2","b.example/nic":"1"},"allocatable":{"cpu":"7910m","a.example/gpu":"1","b.example/nic":"1"}}},
              {"metadata":{"name":"n2"},"status":{"capacity":{"cpu":"8","a.example/gpu":"lots"},"allocatable":{}}}]}
            """));

        nodes[0].Lacking.ShouldBe(["a.example/gpu"]);
        nodes[0].Devices.ShouldBe(["b.example/nic"]);
        nodes[1].Lacking.ShouldBeEmpty("what is not told is not lacking");
    }

    [Fact]
    public void A_service_sends_to_ports_by_their_names_or_numbers()
    {
        var service = ClusterReader.Services(Json("""
            {"items":[
              {"metadata":{"name":"web"},"spec":{"selector":{"app":"web"},"ports":[{"port":80,"targetPort":"http"},{"port":81,"targetPort":8081},{"port":82}]}},
              {"metadata":{"name":"far"},"spec":{"type":"ExternalName","externalName":"far.example"}}]}
            """)).ShouldHaveSingleItem();

        service.NamedTargets.ShouldBe(["http"]);
        var pod = ClusterReader.Pods(Json("""
            {"items":[{"metadata":{"name":"web-1","labels":{"app":"web","tier":"1"}},"spec":{"containers":[{"name":"web","ports":[{"name":"http","containerPort":8080},{"containerPort":9}]}]}}]}
            """)).ShouldHaveSingleItem();
        service.Chooses(pod).ShouldBeTrue();
        pod.PortNames.ShouldBe(["http"]);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
