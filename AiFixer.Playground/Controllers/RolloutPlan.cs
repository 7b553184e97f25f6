using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>The numbers of a deployment's spec that a rollout needs.</summary>
internal sealed record RolloutPlan(long Replicas, long MaxSurge, long MaxUnavailable, bool Recreate, bool Paused, long HistoryLimit, TimeSpan Deadline)
{
    public static RolloutPlan Of(StoredObject deployment)
    {
        var spec = deployment.Spec;
        var replicas = spec.Int("replicas") ?? 1;
        var strategy = spec.Obj("strategy");
        var rolling = strategy.Obj("rollingUpdate");
        var surge = Share(rolling?["maxSurge"], replicas, up: true);
        var unavailable = Share(rolling?["maxUnavailable"], replicas, up: false);
        if (surge == 0 && unavailable == 0)
            unavailable = 1;
        var recreate = strategy.Str("type") == "Recreate";
        return new(
            replicas, recreate ? 0 : surge, Math.Min(unavailable, replicas), recreate, spec.Bool("paused") == true,
            spec.Int("revisionHistoryLimit") ?? 10, TimeSpan.FromSeconds(spec.Int("progressDeadlineSeconds") ?? 600));
    }

    private static long Share(JsonNode? value, long replicas, bool up)
    {
        if (value.AsInt() is { } count)
            return count;
        var text = value.AsText()?.TrimEnd('%') ?? "25";
        var exact = replicas * (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) ? percent : 25) / 100;
        return (long)(up ? Math.Ceiling(exact) : Math.Floor(exact));
    }
}
