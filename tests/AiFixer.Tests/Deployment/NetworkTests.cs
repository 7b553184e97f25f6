using System.Text.Json.Nodes;

namespace AiFixer.Tests.Deployment;

/// <summary>Nothing goes in or out but what is said, read from the policies as they are stored.</summary>
public sealed class NetworkTests
{
    public static TheoryData<string> Overlays => Kustomize.Overlays;

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Everything_is_closed_and_only_these_are_open(string overlay)
    {
        await using var bench = await ClusterBench.WithAsync(overlay);
        var policies = await bench.ListAsync("networking.k8s.io/v1/networkpolicies");

        var closed = policies.Single(policy => policy["metadata"]!["name"]!.ToString() == "deny-all")["spec"]!;
        closed.ToJsonString().ShouldBe("""{"podSelector":{},"policyTypes":["Ingress","Egress"]}""");
        foreach (var workload in await Workload.AllAsync(bench))
        {
            Ports(policies, workload, "ingress").ShouldBe(In(workload.Name), ignoreOrder: true, $"into {workload.Name}");
            Ports(policies, workload, "egress").ShouldBe(Out(workload.Name, overlay), ignoreOrder: true, $"out of {workload.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Every_opening_has_an_other_end(string overlay)
    {
        await using var bench = await ClusterBench.WithAsync(overlay);

        foreach (var policy in await bench.ListAsync("networking.k8s.io/v1/networkpolicies"))
        {
            foreach (var rule in (string[])["ingress", "egress"])
            {
                foreach (var opening in policy["spec"]![rule]?.AsArray() ?? [])
                {
                    opening![rule == "ingress" ? "from" : "to"]!.AsArray().ShouldNotBeEmpty(policy.ToJsonString());
                    opening["ports"]!.AsArray().ShouldNotBeEmpty(policy.ToJsonString());
                }
            }
        }
    }

    private static string[] In(string workload) => workload switch
    {
        "aifixer-gateway" => ["8080"],
        "aifixer-silo" => ["8080", "11111", "30000"],
        "aifixer-postgres" => ["5432"],
        _ => ["6379"],
    };

    private static string[] Out(string workload, string overlay)
    {
        string[] always = ["53/UDP", "53"];
        if (workload is not ("aifixer-gateway" or "aifixer-silo"))
            return always;
        var isCluster = overlay is not ("single" or "single-postgres");
        string[] ends = [.. always, "443 outside", "4317", "4318", .. overlay == "single" ? Array.Empty<string>() : ["5432"], .. overlay == "cluster-redis" ? ["6379"] : Array.Empty<string>()];
        string[] incidents = ["443", "6443", "9090", "3100"];
        return workload == "aifixer-silo" ? [.. ends, .. incidents, "11111"] : isCluster ? [.. ends, "30000"] : [.. ends, .. incidents];
    }

    private static IEnumerable<string> Ports(IEnumerable<JsonNode> policies, Workload workload, string direction) => policies
        .Where(policy => HardeningTests.Selects(policy["spec"]!["podSelector"]!, workload))
        .SelectMany(policy => policy["spec"]![direction]?.AsArray() ?? [])
        .SelectMany(rule => rule!["ports"]!.AsArray().Select(port => Text(port!, rule)));

    private static string Text(JsonNode port, JsonNode rule)
    {
        var isOutside = rule["to"]?.AsArray() is [var only] && only!["ipBlock"]?["cidr"]?.ToString() == "0.0.0.0/0";
        return $"{port["port"]}{(port["protocol"]!.ToString() == "TCP" ? "" : $"/{port["protocol"]}")}{(isOutside ? " outside" : "")}";
    }
}
