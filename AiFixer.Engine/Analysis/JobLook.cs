using AiFixer.Core.Alerts;
using AiFixer.Core.Analysis.Clusters;

namespace AiFixer.Engine.Analysis;

/// <summary>Looks at the attempts of the run that an alert names.</summary>
internal sealed class JobLook(Survey survey)
{
    public async Task<JobFacts?> LookAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (alert.Labels.GetValueOrDefault("job_name") is not { Length: > 0 } name || alert.Labels.GetValueOrDefault("namespace") is not { Length: > 0 } place)
            return null;
        var answer = await survey.AskAsync("k8s.get", new() { ["kind"] = "pods", ["label_selector"] = $"job-name={name}", ["namespace"] = place }, cancellationToken, isExtra: true);
        return answer is { } known && ClusterReader.Pods(known.Answer) is { IsEmpty: false } attempts ? new(name, attempts, known.Evidence) : null;
    }
}
