using System.Text.Json;
using AiFixer.Core.Incidents;
using AiFixer.Engine.Analysis;
using AiFixer.Playground.Faults;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Plugins.Kubernetes;

namespace AiFixer.Tests.Engine.Analysis;

/// <summary>Whatever the practice world can suffer from, the analyst finds without a model, and what it proposes cures it.</summary>
public sealed class PracticeFaultTests
{
    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "an image that nobody pushed", "configuration_error", "k8s.rollback_deployment", "ImagePullBackOff" },
        { "a release with a bug", "code_defect", "k8s.rollback_deployment", "panic: runtime error" },
        { "a setting that is missing", "configuration_error", "k8s.rollback_deployment", "LEDGER_URL" },
        { "a key that a config map does not have", "configuration_error", "k8s.rollback_deployment", "CreateContainerConfigError" },
        { "too little memory", "resource_exhaustion", "k8s.set_resources", "OOMKilled" },
        { "a probe that asks at the wrong place", "configuration_error", "k8s.rollback_deployment", "Readiness probe" },
        { "a request larger than every node", "resource_exhaustion", "k8s.rollback_deployment", "Insufficient cpu" },
        { "more traffic than the pods can take", "traffic_surge", "k8s.scale_deployment", "too few for the load" },
        { "connections that leak", "resource_exhaustion", "k8s.restart_deployment", "connection" },
        { "scratch space that fills without end", "resource_exhaustion", "k8s.rollback_deployment", "evicted" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_is_found_and_what_is_proposed_cures_it(string fault, string category, string plugin, string word)
    {
        await using var test = await KubeWorld.StartAsync();
        Break(test.World.Faults, fault).ShouldBeTrue();
        test.Pass(IsSlow(fault) ? 1200 : KubeCures.LongEnough, IsSlow(fault) ? 1 : 0.1);

        var diagnosis = await DiagnoseAsync(test);

        diagnosis.RootCause.ShouldContain(word, Case.Insensitive, diagnosis.RootCause);
        diagnosis.Category.ShouldBe(category, diagnosis.RootCause);
        var proposed = diagnosis.Suggestions.FirstOrDefault().ShouldNotBeNull(diagnosis.RootCause);
        proposed.Request.Plugin.ShouldBe(plugin);
        var arguments = JsonSerializer.Deserialize<JsonElement>(proposed.Request.Arguments);
        (await test.TryAsync(plugin, arguments.GetRawText(), IsSlow(fault) ? 600 : KubeCures.LongEnough, IsSlow(fault) ? 1 : 0.1)).Health.ShouldBe(TargetHealth.Healthy);
    }

    [Fact]
    public async Task What_the_workload_depends_on_is_not_cured_by_a_rollback_and_none_is_proposed()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.BreakDependency("shop", "catalog").ShouldBeTrue();
        test.Pass(KubeCures.LongEnough);

        var diagnosis = await DiagnoseAsync(test);

        diagnosis.Category.ShouldBe("dependency_failure", diagnosis.RootCause);
        diagnosis.Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_machine_is_found_and_the_workload_on_it_is_not_blamed()
    {
        await using var test = await KubeWorld.StartAsync();
        var node = (await test.PodsAsync())[0].GetProperty("node").GetString()!;
        test.World.Faults.FailNode(node).ShouldBeTrue();
        test.Pass(KubeCures.LongEnough);

        var diagnosis = await DiagnoseAsync(test);

        diagnosis.Category.ShouldBe("infrastructure", diagnosis.RootCause);
        diagnosis.RootCause.ShouldContain(node);
        diagnosis.Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_world_without_a_fault_nothing_is_found_and_nothing_proposed()
    {
        await using var test = await KubeWorld.StartAsync();
        test.Pass(KubeCures.LongEnough);

        var diagnosis = await DiagnoseAsync(test);

        diagnosis.Category.ShouldBe("healthy", diagnosis.RootCause);
        diagnosis.Suggestions.ShouldBeEmpty();
    }

    /// <summary>It shows, and heals, only after minutes.</summary>
    private static bool IsSlow(string fault) => fault is "connections that leak" or "scratch space that fills without end";

    private static bool Break(WorldFaults faults, string fault) => fault switch
    {
        "an image that nobody pushed" => faults.MissingImage("shop", "catalog"),
        "a release with a bug" => faults.BadRevision("shop", "catalog"),
        "a setting that is missing" => faults.MissingSetting("shop", "catalog", "LEDGER_URL"),
        "a key that a config map does not have" => faults.MissingConfigKey("shop", "catalog", "catalog-config", "timeout"),
        "too little memory" => faults.OutgrowMemory("shop", "catalog", "400Mi"),
        "a probe that asks at the wrong place" => faults.BreakProbe("shop", "catalog", path: "/wrong"),
        "a request larger than every node" => faults.RequestTooMuch("shop", "catalog"),
        "more traffic than the pods can take" => faults.Traffic("shop", "catalog", 280, 100),
        "connections that leak" => faults.LeakConnections("shop", "catalog", 0.1),
        "scratch space that fills without end" => faults.WriteToDisk("shop", "catalog", "1Gi"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private static async Task<Diagnosis> DiagnoseAsync(KubeWorld test)
    {
        var alert = Given.Alert() with
        {
            Target = new TargetRef("default", "deployment", "shop", "catalog"),
            Labels = Given.Alert().Labels.Clear().Add("alertname", "Down").Add("namespace", "shop").Add("deployment", "catalog"),
            StartsAt = test.Time.GetUtcNow() - TimeSpan.FromMinutes(1),
        };
        var answer = await new OfflineAnalyst(test.Plugins.Host, test.Time).DiagnoseAsync(Story.Open(alert: alert).State, KubeWorld.Stop);
        answer.Unavailable.ShouldBeNull();
        return answer.Diagnosis;
    }
}
