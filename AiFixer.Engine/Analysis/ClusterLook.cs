using System.Collections.Immutable;
using AiFixer.Core.Alerts;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Workload;
using AiFixer.Plugins;

namespace AiFixer.Engine.Analysis;

/// <summary>Looks at a workload of a cluster: its controller, its pods, their machines, what the platform warned about, their last words.</summary>
internal sealed class ClusterLook(Survey survey)
{
    private const int TroubledPods = 3;
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["deployment"] = "deployments",
        ["statefulset"] = "statefulsets",
        ["daemonset"] = "daemonsets",
    };

    public async Task<ClusterFacts> LookAsync(Alert alert, TargetRef target, SceneFacts scene, CancellationToken cancellationToken)
    {
        var facts = new ClusterFacts(target.Namespace, target.Name, Pod(alert), alert.StartsAt, scene.Now) { Subject = scene.Subject };
        facts = await ControllerAsync(facts, target, cancellationToken);
        facts = await PodsAsync(facts, target, cancellationToken);
        facts = await EventsAsync(facts, cancellationToken);
        if (await survey.AskAsync("k8s.get", new() { ["kind"] = "nodes" }, cancellationToken) is { } nodes)
            facts = facts with { Nodes = ClusterReader.Nodes(nodes.Answer), Sources = facts.Sources.SetItem("nodes", nodes.Evidence) };
        facts = await ServicesAsync(facts, cancellationToken);
        return await LogsAsync(facts with { Firing = Firing(scene, alert) }, scene, cancellationToken);
    }

    private static string? Pod(Alert alert) => alert.Labels.GetValueOrDefault("pod") ?? alert.Labels.GetValueOrDefault("exported_pod") ?? alert.Labels.GetValueOrDefault("pod_name");

    private async Task<ClusterFacts> ControllerAsync(ClusterFacts facts, TargetRef target, CancellationToken cancellationToken)
    {
        if (target.Kind == "deployment"
            && await survey.AskAsync("k8s.rollout_history", new() { ["deployment"] = target.Name, ["namespace"] = target.Namespace }, cancellationToken) is { } history)
            facts = facts with { Rollout = WorkloadReader.Rollout(history.Answer, history.Evidence), Sources = facts.Sources.SetItem("rollout", history.Evidence) };
        return Kinds.TryGetValue(target.Kind, out var kind)
            && await survey.AskAsync("k8s.get", new() { ["kind"] = kind, ["name"] = target.Name, ["namespace"] = target.Namespace }, cancellationToken) is { } controller
            ? facts with
            {
                Controller = ClusterReader.Workload(controller.Answer, target.Kind),
                Selector = ClusterReader.Selector(controller.Answer),
                Sources = facts.Sources.SetItem("workload", controller.Evidence),
            }
            : facts;
    }

    private async Task<ClusterFacts> PodsAsync(ClusterFacts facts, TargetRef target, CancellationToken cancellationToken)
    {
        var arguments = new System.Text.Json.Nodes.JsonObject { ["kind"] = "pods", ["namespace"] = target.Namespace };
        if (facts.Selector is { } selector)
            arguments["label_selector"] = selector;
        if (await survey.AskAsync("k8s.get", arguments, cancellationToken) is not { } answer)
            return facts;
        var pods = ClusterReader.Pods(answer.Answer);
        return facts with
        {
            Pods = facts.Selector is null ? pods.FindAll(p => p.Name == target.Name || p.Name.StartsWith(target.Name + "-", StringComparison.Ordinal)) : pods,
            Sources = facts.Sources.SetItem("pods", answer.Evidence),
        };
    }

    private async Task<ClusterFacts> EventsAsync(ClusterFacts facts, CancellationToken cancellationToken)
    {
        if (await survey.AskAsync("k8s.get_events", new() { ["limit"] = 200, ["namespace"] = facts.Namespace }, cancellationToken) is not { } answer)
            return facts;
        return facts with
        {
            Events = ClusterReader.Events(answer.Answer).FindAll(e => IsOurs(e, facts)),
            Sources = facts.Sources.SetItem("events", answer.Evidence),
        };
    }

    /// <summary>Where all copies run and are ready, what leads to them may not.</summary>
    private async Task<ClusterFacts> ServicesAsync(ClusterFacts facts, CancellationToken cancellationToken)
    {
        if (facts.Standing.IsEmpty || facts.Standing.Exists(p => !p.IsWell)
            || await survey.AskAsync("k8s.get", new() { ["kind"] = "services", ["namespace"] = facts.Namespace }, cancellationToken, isExtra: true) is not { } answer)
            return facts;
        return facts with { Services = ClusterReader.Services(answer.Answer), Sources = facts.Sources.SetItem("services", answer.Evidence) };
    }

    /// <summary>A name that begins with ours may be a sibling's: after it comes what a controller appends, and nothing else.</summary>
    private static bool IsOurs(EventView seen, ClusterFacts facts) =>
        seen.Kind == "Node" || seen.Name == facts.Workload || facts.Pods.Exists(p => p.Name == seen.Name)
        || (seen.Name.StartsWith(facts.Workload + "-", StringComparison.Ordinal) && seen.Name[(facts.Workload.Length + 1)..].Count(letter => letter == '-') <= 1);

    /// <summary>Of pods in trouble what they wrote last, before the end too; of the others what was collected of the service.</summary>
    private async Task<ClusterFacts> LogsAsync(ClusterFacts facts, SceneFacts scene, CancellationToken cancellationToken)
    {
        var lines = scene.Lines.Where(l => l.Service == facts.Workload || l.Service == scene.Subject || l.Text.Contains(facts.Workload, StringComparison.Ordinal)).ToList();
        foreach (var pod in facts.Standing.Where(p => !p.IsWell && p.Phase != "Pending" || p.Name == facts.Pod && p.Restarts > 0).Take(TroubledPods))
        {
            var answer = await survey.AskAsync(
                "k8s.get_pod_logs",
                new() { ["namespace"] = facts.Namespace, ["pod"] = pod.Name, ["previous"] = pod.Crashes is not null && pod.Restarts > 0, ["tail_lines"] = 50 }, cancellationToken);
            if (answer is { } known)
                lines.AddRange(WorkloadReader.Log(known.Answer, known.Evidence).Lines.Where(l => l.Length > 0).Select(l => new LineFact(scene.Now, facts.Workload, "", l, known.Evidence)));
        }

        return facts with { Logs = [.. lines] };
    }

    /// <summary>What Prometheus says is alerting about the same thing now.</summary>
    private static ImmutableList<string> Firing(SceneFacts scene, Alert alert) =>
    [
        .. scene.Metrics.Where(m => m.Name == "ALERTS" && m.Labels.GetValueOrDefault("alertstate") == "firing" && m.Series.Count > 0
                && m.Series.Times[^1] >= scene.Now - TimeSpan.FromMinutes(5) - m.Series.Interval() && m.Series.Values[^1] > 0 && m.Labels.GetValueOrDefault("alertname") is { } name
                && !name.StartsWith("Watchdog", StringComparison.Ordinal) && !(alert.Severity == Core.Severity.P3 && name == alert.Name))
            .Select(m => m.Labels["alertname"]).Distinct(),
    ];
}
