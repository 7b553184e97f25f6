using System.Text.Json;
using AiFixer.Core.Analysis.Tuning;

namespace AiFixer.Tests.Core.Analysis;

public sealed class AutoTuningTests
{
    private const long Mi = 1L << 20;

    [Fact]
    public void Short_of_CPU_with_much_traffic_gets_an_autoscaler() =>
        ShouldCall(Facts(TuningSymptom.Cpu) with { Rps = 101 }, "k8s.apply_hpa", """{"min_replicas":2,"max_replicas":10,"cpu_percent":70}""");

    [Fact]
    public void An_autoscaler_never_takes_copies_away() =>
        ShouldCall(Facts(TuningSymptom.Cpu) with { Rps = 500, Replicas = 14 }, "k8s.apply_hpa", """{"min_replicas":2,"max_replicas":14,"cpu_percent":70}""");

    [Theory]
    [InlineData(null, "2000m")]
    [InlineData(500L, "2000m")]
    [InlineData(2000L, "3000m")]
    [InlineData(4050L, "6100m")]
    public void Short_of_CPU_with_little_traffic_gets_a_higher_limit(long? today, string limit) =>
        ShouldCall(
            Facts(TuningSymptom.Cpu) with { Rps = 100, CpuLimitMillicores = today }, "k8s.set_resources",
            $$"""{"container":"web","cpu_limit":"{{limit}}"}""");

    [Theory]
    [InlineData(null, "1Gi")]
    [InlineData(256 * Mi, "1Gi")]
    [InlineData(1024 * Mi, "1536Mi")]
    [InlineData(2048 * Mi, "3Gi")]
    [InlineData((1025 * Mi) + 7, "1538Mi")]
    public void Short_of_memory_gets_a_higher_limit_and_never_a_lower_one(long? today, string limit) =>
        ShouldCall(Facts(TuningSymptom.Memory) with { MemoryLimitBytes = today }, "k8s.set_resources", $$"""{"container":"web","memory_limit":"{{limit}}"}""");

    [Fact]
    public void No_memory_limit_is_ever_lowered()
    {
        for (var today = 1L; today < 1L << 44; today = (today * 5 / 3) + 1)
        {
            var call = AutoTuning.Of(Facts(TuningSymptom.Memory) with { MemoryLimitBytes = today })[0].Action.ShouldNotBeNull();
            var limit = JsonDocument.Parse(call.Request.Arguments).RootElement.GetProperty("memory_limit").GetString()!;
            var bytes = long.Parse(limit[..^2], System.Globalization.CultureInfo.InvariantCulture) << (limit.EndsWith("Gi", StringComparison.Ordinal) ? 30 : 20);
            bytes.ShouldBeGreaterThan(today);
        }
    }

    [Fact]
    public void A_limit_without_a_container_is_advice() =>
        AutoTuning.Of(Facts(TuningSymptom.Memory) with { Container = null }).ShouldHaveSingleItem().Action.ShouldBeNull();

    [Theory]
    [InlineData(TuningSymptom.Crash)]
    [InlineData(TuningSymptom.Other)]
    public void Crashing_and_what_is_not_understood_is_started_anew(TuningSymptom symptom) => ShouldCall(Facts(symptom), "k8s.restart_deployment", "{}");

    [Theory]
    [InlineData(3, 5)]
    [InlineData(99, 100)]
    public void Slow_gets_two_more_copies_as_an_absolute_number(int now, int wanted) =>
        ShouldCall(Facts(TuningSymptom.Latency) with { P99Ms = 501, Replicas = now }, "k8s.scale_deployment", $$"""{"replicas":{{wanted}}}""");

    [Theory]
    [InlineData(null)]
    [InlineData(100)]
    public void Copies_that_cannot_be_counted_or_are_enough_are_not_scaled(int? now) =>
        AutoTuning.Of(Facts(TuningSymptom.Latency) with { P99Ms = 900, Replicas = now }).ShouldHaveSingleItem().Action.ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData(500.0)]
    public void A_little_slow_gets_advice_and_no_action(double? p99)
    {
        var advice = AutoTuning.Of(Facts(TuningSymptom.Latency) with { P99Ms = p99 });

        advice.Select(one => one.Name).ShouldBe(["CACHE", "CONNECTION_POOL"]);
        advice.ShouldAllBe(one => one.Action == null);
    }

    [Fact]
    public void The_cluster_is_named_where_it_is_not_the_usual_one() =>
        AutoTuning.Of(Facts(TuningSymptom.Crash) with { Connection = "eu" })[0].Action.ShouldNotBeNull().Request.Arguments.ShouldContain("\"connection\":\"eu\"");

    [Theory]
    [InlineData("KubeContainerOOMKilled", TuningSymptom.Memory)]
    [InlineData("HighCpuUsage on web", TuningSymptom.Cpu)]
    [InlineData("CPUThrottlingHigh", TuningSymptom.Cpu)]
    [InlineData("KubePodCrashLooping", TuningSymptom.Crash)]
    [InlineData("HighLatencyP99", TuningSymptom.Latency)]
    [InlineData("接口响应慢", TuningSymptom.Latency)]
    [InlineData("容器内存过高", TuningSymptom.Memory)]
    [InlineData("TargetDown", TuningSymptom.Other)]
    public void The_symptom_is_read_from_words(string text, TuningSymptom symptom) => TuningSymptoms.Of(text).ShouldBe(symptom);

    private static TuningFacts Facts(TuningSymptom symptom) => new(symptom, "shop", "web", "web");

    private static void ShouldCall(TuningFacts facts, string plugin, string arguments)
    {
        var action = AutoTuning.Of(facts).ShouldHaveSingleItem().Action.ShouldNotBeNull();
        var expected = JsonDocument.Parse(arguments).RootElement.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.ToString());
        expected["namespace"] = "shop";
        expected["deployment"] = "web";

        action.Request.Plugin.ShouldBe(plugin);
        JsonDocument.Parse(action.Request.Arguments).RootElement.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.ToString())
            .ShouldBe(expected, ignoreOrder: true);
        action.Why.ShouldNotBeEmpty();
    }
}
