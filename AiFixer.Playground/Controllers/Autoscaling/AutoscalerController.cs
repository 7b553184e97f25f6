using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers.Autoscaling;

/// <summary>HorizontalPodAutoscaler → replicas of its target, looked at every 15 seconds.</summary>
internal sealed class AutoscalerController(ObjectStore store, WorldClock clock, Agenda agenda, EventRecorder events, MetricReplicas metrics)
{
    private const string Component = "horizontal-pod-autoscaler";
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);
    private readonly Dictionary<string, List<(DateTimeOffset Time, long Replicas)>> recommended = new(StringComparer.Ordinal);

    /// <summary>Begins to look after it.</summary>
    public void Adopt(StoredObject autoscaler) => agenda.At(clock.Now + Period, () =>
    {
        if (autoscaler.Removed)
        {
            recommended.Remove(autoscaler.Uid);
            return;
        }

        Reconcile(autoscaler);
        Adopt(autoscaler);
    });

    private void Reconcile(StoredObject autoscaler)
    {
        var status = autoscaler.Status?.Copy() ?? [];
        var conditions = Conditions.From(status.Arr("conditions"), withUpdates: false);
        if (Target(autoscaler) is not { } target)
        {
            var named = autoscaler.Spec.Obj("scaleTargetRef");
            var missing = $"the HPA controller was unable to get the target's current scale: {named.Str("kind")?.ToLowerInvariant()}s.apps \"{named.Str("name")}\" not found";
            conditions.Set("AbleToScale", false, "FailedGetScale", missing, clock.Now);
            events.Warning(autoscaler, Component, "FailedGetScale", $"{named.Str("kind")?.ToLowerInvariant()}s.apps \"{named.Str("name")}\" not found");
            Write(autoscaler, status, conditions);
            return;
        }

        var current = target.Replicas();
        var desired = Desired(autoscaler, target, current, status, conditions, out var why);
        status["currentReplicas"] = target.Count("replicas");
        status["desiredReplicas"] = desired;
        if (desired != current)
        {
            target.Spec!["replicas"] = desired;
            target.Metadata["generation"] = target.Generation + 1;
            store.Touch(target);
            status["lastScaleTime"] = KubeTime.Seconds(clock.Now);
            conditions.Set("AbleToScale", true, "SucceededRescale", $"the HPA controller was able to update the target scale to {desired}", clock.Now);
            events.Normal(autoscaler, Component, "SuccessfulRescale", $"New size: {desired}; reason: {why}");
        }

        Write(autoscaler, status, conditions);
    }

    private long Desired(StoredObject autoscaler, StoredObject target, long current, JsonObject status, Conditions conditions, out string why)
    {
        why = "All metrics below target";
        var (min, max) = (autoscaler.Spec.Int("minReplicas") ?? 1, autoscaler.Spec.Int("maxReplicas") ?? 1);
        conditions.Set("AbleToScale", true, "ReadyForNewScale", "recommended size matches current size", clock.Now);
        if (current == 0)
        {
            conditions.Set("ScalingActive", false, "ScalingDisabled", "scaling is disabled since the replica count of the target is zero", clock.Now);
            return 0;
        }

        if (current > max || current < min)
        {
            why = current > max ? "Current number of replicas above Spec.MaxReplicas" : "Current number of replicas below Spec.MinReplicas";
            return Math.Clamp(current, min, max);
        }

        var reading = metrics.Read(autoscaler, target, current);
        status["currentMetrics"] = reading.Metrics;
        if (reading.Refusal is { } refusal)
        {
            conditions.Set("ScalingActive", false, refusal.Reason, refusal.Message, clock.Now);
            events.Warning(autoscaler, Component, refusal.Reason, refusal.Message);
            return current;
        }

        conditions.Set("ScalingActive", true, "ValidMetricFound", $"the HPA was able to successfully calculate a replica count from {reading.Words}", clock.Now);
        why = reading.Replicas > current ? $"{reading.Words} above target" : why;
        return Limit(autoscaler, current, Stabilized(autoscaler, reading.Replicas, conditions), min, max, conditions);
    }

    /// <summary>The highest recommendation of the last minutes holds back a scale-down.</summary>
    private long Stabilized(StoredObject autoscaler, long wanted, Conditions conditions)
    {
        var window = TimeSpan.FromSeconds(autoscaler.Spec.Obj("behavior").Obj("scaleDown").Int("stabilizationWindowSeconds") ?? 300);
        if (!recommended.TryGetValue(autoscaler.Uid, out var list))
            recommended[autoscaler.Uid] = list = [];
        list.RemoveAll(entry => entry.Time < clock.Now - window);
        list.Add((clock.Now, wanted));
        var highest = list.Max(entry => entry.Replicas);
        if (highest > wanted)
            conditions.Set("AbleToScale", true, "ScaleDownStabilized", "recent recommendations were higher than current one, applying the highest recent recommendation", clock.Now);
        return highest;
    }

    private long Limit(StoredObject autoscaler, long current, long wanted, long min, long max, Conditions conditions)
    {
        var fastest = Math.Max(current * 2, current + 4);
        var limited = Math.Clamp(Math.Min(wanted, fastest), min, max);
        if (limited == wanted)
            conditions.Set("ScalingLimited", false, "DesiredWithinRange", "the desired count is within the acceptable range", clock.Now);
        else if (wanted > max)
            conditions.Set("ScalingLimited", true, "TooManyReplicas", "the desired replica count is more than the maximum replica count", clock.Now);
        else if (wanted < min)
            conditions.Set("ScalingLimited", true, "TooFewReplicas", "the desired replica count is less than the minimum replica count", clock.Now);
        else
            conditions.Set("ScalingLimited", true, "ScaleUpLimit", "the desired replica count is increasing faster than the maximum scale rate", clock.Now);
        return autoscaler.Spec.Obj("behavior").Obj("scaleDown").Str("selectPolicy") == "Disabled" ? Math.Max(current, limited) : limited;
    }

    private StoredObject? Target(StoredObject autoscaler)
    {
        var named = autoscaler.Spec.Obj("scaleTargetRef");
        var type = Resources.All.FirstOrDefault(type => Resources.Scales(type) && type.Kind == named.Str("kind"));
        return type is null ? null : store.Find(type, autoscaler.Namespace, named.Str("name") ?? "");
    }

    private void Write(StoredObject autoscaler, JsonObject status, Conditions conditions)
    {
        status["conditions"] = conditions.ToJson();
        if (JsonNode.DeepEquals(status, autoscaler.Status))
            return;
        autoscaler.Json["status"] = status;
        store.Touch(autoscaler);
    }
}
