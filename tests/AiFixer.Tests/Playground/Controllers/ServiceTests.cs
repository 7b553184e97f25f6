using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Controllers;

public sealed class ServiceTests
{
    private const string Endpoints = "/api/v1/namespaces/shop/endpoints/catalog";

    [Fact]
    public async Task Only_ready_pods_are_behind_a_service()
    {
        await using var test = await TestWorld.StartAsync();
        test.Pass(TimeSpan.FromSeconds(1));
        var subset = (await test.GetAsync(Endpoints)).Json["subsets"]![0]!;
        subset["addresses"]!.AsArray().Select(address => address!["ip"]!.ToString()).ShouldBe((await test.PodsAsync("catalog")).Select(pod => pod["status"]!["podIP"]!.ToString()));
        ((int)subset["ports"]![0]!["port"]!).ShouldBe(8080);

        test.World.SetTraffic("shop", "catalog", 500);
        test.Pass(TimeSpan.FromSeconds(10));

        subset = (await test.GetAsync(Endpoints)).Json["subsets"]![0]!;
        subset["addresses"].ShouldBeNull();
        subset["notReadyAddresses"]!.AsArray().Count.ShouldBe(2);
        var slices = await test.GetAsync("/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices?labelSelector=kubernetes.io/service-name%3Dcatalog");
        slices.Items.Single()!["endpoints"]!.AsArray().ShouldAllBe(endpoint => !(bool)endpoint!["conditions"]!["ready"]!);
    }

    [Fact]
    public async Task A_service_that_is_deleted_takes_its_endpoints_with_it()
    {
        await using var test = await TestWorld.StartAsync();
        test.Pass(TimeSpan.FromSeconds(1));

        await test.SendAsync(HttpMethod.Delete, "/api/v1/namespaces/shop/services/catalog");

        (await test.GetAsync(Endpoints)).Code.ShouldBe(404);
    }
}
