using System.Collections.Frozen;
using System.Text;
using AiFixer.Core.Alerts;

namespace AiFixer.Tests.Core.Alerts;

public sealed class ClusterTests
{
    private static readonly AlertOptions OneCluster = new() { Clusters = new Dictionary<string, string> { ["prod-us"] = "us" }.ToFrozenDictionary() };

    [Fact]
    public void A_cluster_in_the_table_is_reached_by_its_connection() =>
        In("prod-us", OneCluster).Target!.Key.ShouldBe("us/deployment/shop/web");

    [Fact]
    public void A_cluster_that_the_table_does_not_know_has_no_target() =>
        In("prod-eu", OneCluster).Target.ShouldBeNull();

    [Fact]
    public void Without_a_table_of_clusters_every_cluster_is_the_default_one() =>
        In("prod-eu", new AlertOptions()).Target!.Key.ShouldBe("default/deployment/shop/web");

    private static Alert In(string cluster, AlertOptions options)
    {
        var body = $$$"""{"version":"4","alerts":[{"status":"firing","labels":{"alertname":"A","namespace":"shop","deployment":"web","cluster":"{{{cluster}}}"}}]}""";
        var parsed = new AlertParser(options).Alertmanager(Encoding.UTF8.GetBytes(body), new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));
        return parsed.ShouldBeOfType<ParsedDelivery.Taken>().Alerts.ShouldHaveSingleItem().Alert;
    }
}
