using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Tuning;

/// <summary>
/// What to change about a workload, by what it suffers from. Numbers are absolute, so that what a person approves is what runs; no limit
/// gets lower and no autoscaler takes copies away.
/// </summary>
public static class AutoTuning
{
    /// <summary>Requests a second from which more copies help more than larger ones.</summary>
    internal const double MuchTraffic = 100;

    private const double SlowMs = 500;
    private const int MoreReplicas = 2;
    private const int MostReplicas = 100;
    private const int LeastOfHpa = 2;
    private const int MostOfHpa = 10;
    private const int HpaPercent = 70;
    private const long CpuMillicores = 2000;
    private const long MemoryBytes = 1L << 30;
    private const double Growth = 1.5;

    public static ImmutableList<Advice> Of(TuningFacts facts) => facts.Symptom switch
    {
        TuningSymptom.Cpu when facts.Rps > MuchTraffic => [Autoscaler(facts)],
        TuningSymptom.Cpu => [CpuLimit(facts)],
        TuningSymptom.Memory => [MemoryLimit(facts)],
        TuningSymptom.Crash => [Restart(facts, "It crashes: start it anew.")],
        TuningSymptom.Latency when facts.P99Ms > SlowMs => [More(facts)],
        TuningSymptom.Latency => Habits(facts),
        _ => [Restart(facts, "Nothing points to a particular shortage: start it anew.")],
    };

    private static Advice Autoscaler(TuningFacts facts)
    {
        var most = Math.Min(MostReplicas, Math.Max(MostOfHpa, facts.Replicas ?? 0));
        var text = Say($"{facts.Rps:0} requests a second are more than its copies can take: let it scale between {LeastOfHpa} and {most} copies at {HpaPercent} % CPU.");
        return new(AdviceKind.Hpa, text, Call(facts, "k8s.apply_hpa", text, ("min_replicas", LeastOfHpa), ("max_replicas", most), ("cpu_percent", HpaPercent)));
    }

    private static Advice CpuLimit(TuningFacts facts)
    {
        var limit = facts.CpuLimitMillicores is { } today && today >= CpuMillicores ? Larger(today, 100) : CpuMillicores;
        var traffic = facts.Rps is { } rps ? Say($"at only {rps:0} requests a second") : "and how many requests there are is not known";
        return Limit(facts, "cpu_limit", Say($"{limit}m"), Say($"CPU is short {traffic}: let it have {limit}m."));
    }

    private static Advice MemoryLimit(TuningFacts facts)
    {
        const long mebibyte = 1L << 20;
        var limit = facts.MemoryLimitBytes is { } today ? Math.Max(MemoryBytes, Larger(today, mebibyte)) : MemoryBytes;
        var amount = limit % (1L << 30) == 0 ? Say($"{limit >> 30}Gi") : Say($"{limit >> 20}Mi");
        return Limit(facts, "memory_limit", amount, $"Memory is short: let it have {amount}.");
    }

    private static Advice Limit(TuningFacts facts, string name, string amount, string text) => facts.Container is { } container
        ? new(AdviceKind.ResourceLimit, text, Call(facts, "k8s.set_resources", text, ("container", container), (name, amount)))
        : new(AdviceKind.ResourceLimit, $"{text} Which container is meant has to be said by a person.");

    private static Advice More(TuningFacts facts)
    {
        if (facts.Replicas is not { } now)
            return new(AdviceKind.Scale, Say($"P99 is {facts.P99Ms:0} ms: run {MoreReplicas} more copies. How many there are now is not known."));
        if (now >= MostReplicas)
            return new(AdviceKind.Scale, Say($"P99 is {facts.P99Ms:0} ms with {now} copies already: more would not be the cure."));
        var wanted = Math.Min(MostReplicas, now + MoreReplicas);
        var text = Say($"P99 is {facts.P99Ms:0} ms: run {wanted} copies instead of {now}.");
        return new(AdviceKind.Scale, text, Call(facts, "k8s.scale_deployment", text, ("replicas", wanted)));
    }

    private static ImmutableList<Advice> Habits(TuningFacts facts)
    {
        var p99 = facts.P99Ms is { } known ? Say($"P99 is {known:0} ms") : "How slow it is is not known";
        return
        [
            new(AdviceKind.Cache, $"{p99}: keep what is asked for often in a cache."),
            new(AdviceKind.ConnectionPool, $"{p99}: see whether requests wait for a connection, and make the pool larger if they do."),
        ];
    }

    private static Advice Restart(TuningFacts facts, string text) => new(AdviceKind.Restart, text, Call(facts, "k8s.restart_deployment", text));

    private static long Larger(long today, long unit) => (long)Math.Ceiling(today * Growth / unit) * unit;

    private static SuggestedAction Call(TuningFacts facts, string plugin, string why, params (string Name, JsonNode Value)[] arguments)
    {
        var all = new JsonObject { ["namespace"] = facts.Namespace, ["deployment"] = facts.Deployment };
        if (facts.Connection is { } connection)
            all["connection"] = connection;
        foreach (var (name, value) in arguments)
            all[name] = value;
        return new(new(plugin, all.ToJsonString()), why);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
