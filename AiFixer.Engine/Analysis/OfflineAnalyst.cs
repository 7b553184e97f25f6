using System.Collections.Immutable;
using System.Text.Json;
using AiFixer.Core.Analysis.Workload;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Engine.Analysis;

/// <summary>Looks at the alert's target through diagnostic plugins and lets the rules conclude. Needs no model.</summary>
internal sealed class OfflineAnalyst(IPluginHost plugins, TimeProvider time) : IAnalyst
{
    private const int TroubledPods = 2;

    public async Task<AnalystAnswer> DiagnoseAsync(Incident incident, CancellationToken cancellationToken)
    {
        if (incident.Alert.Target is not { Kind: "deployment" } target)
            return new(NoTarget(), []);
        var survey = new Survey(plugins, incident, time);
        var facts = await LookAsync(survey, target, cancellationToken) with { Since = incident.Alert.StartsAt };
        return new(WorkloadAnalysis.Diagnose(facts, survey.Evidence), survey.Blobs, survey.Unavailable);
    }

    private static async Task<WorkloadFacts> LookAsync(Survey survey, TargetRef target, CancellationToken cancellationToken)
    {
        var rollout = await survey.AskAsync(
            "k8s.rollout_history", new() { ["deployment"] = target.Name, ["namespace"] = target.Namespace }, cancellationToken);
        var selector = rollout?.Answer.TryGetProperty("selector", out var value) == true ? value.GetString() : null;
        var pods = await PodsAsync(survey, target, selector, cancellationToken);
        var events = await survey.AskAsync("k8s.get_events", new() { ["limit"] = 100, ["namespace"] = target.Namespace }, cancellationToken);
        return new(
            target.Namespace,
            target.Name,
            rollout is { } known ? WorkloadReader.Rollout(known.Answer, known.Evidence) : null,
            pods,
            events is { } seen ? OfTheWorkload(WorkloadReader.Warnings(seen.Answer), target.Name) : [],
            await LogsAsync(survey, target, pods, cancellationToken),
            survey.Gaps);
    }

    private static async Task<ImmutableList<PodFact>> PodsAsync(
        Survey survey, TargetRef target, string? selector, CancellationToken cancellationToken)
    {
        if (selector is null)
            return [];
        var answer = await survey.AskAsync(
            "k8s.list_pods", new() { ["label_selector"] = selector, ["namespace"] = target.Namespace }, cancellationToken);
        return answer is { } known ? WorkloadReader.Pods(known.Answer) : [];
    }

    private static async Task<ImmutableList<LogFact>> LogsAsync(
        Survey survey, TargetRef target, ImmutableList<PodFact> pods, CancellationToken cancellationToken)
    {
        var logs = ImmutableList.CreateBuilder<LogFact>();
        foreach (var pod in pods.Where(pod => !pod.Ready).Take(TroubledPods))
        {
            var answer = await survey.AskAsync(
                "k8s.get_pod_logs",
                new() { ["namespace"] = target.Namespace, ["pod"] = pod.Name, ["previous"] = pod.Crashes, ["tail_lines"] = 50 },
                cancellationToken);
            if (answer is { } known)
                logs.Add(WorkloadReader.Log(known.Answer, known.Evidence));
        }

        return logs.ToImmutable();
    }

    private static ImmutableList<WarningFact> OfTheWorkload(ImmutableList<WarningFact> warnings, string name) =>
        warnings.FindAll(warning => warning.Object == name || warning.Object.StartsWith(name + "-", StringComparison.Ordinal));

    private static Diagnosis NoTarget() => WorkloadAnalysis.Unknown(
        "The alert names no deployment, and the offline rules know how to look at deployments only.",
        [],
        [],
        ["The alert's labels name no deployment, workload or pod."]);
}
