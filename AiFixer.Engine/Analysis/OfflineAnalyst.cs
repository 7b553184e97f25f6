using AiFixer.Core.Analysis.Arbitration;
using AiFixer.Core.Analysis.Claims;
using AiFixer.Core.Analysis.Conclusions;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Reading;
using AiFixer.Core.Analysis.Tuning;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Engine.Analysis;

/// <summary>
/// Looks in rounds through diagnostic plugins, at what the alert is about and what is around it, and lets the rules conclude. Needs no
/// model; the same sight gives the same answer.
/// </summary>
internal sealed class OfflineAnalyst(IPluginHost plugins, TimeProvider time) : IAnalyst
{
    private static readonly TimeSpan LongestThought = TimeSpan.FromSeconds(30);
    private readonly SharedAsks asks = new(plugins);

    public async Task<AnalystAnswer> DiagnoseAsync(Incident incident, CancellationToken cancellationToken)
    {
        var survey = new Survey(asks, incident, time);
        var sight = await LookAsync(survey, incident, cancellationToken);
        return new(await ConcludeAsync(sight, survey, cancellationToken), survey.Blobs, survey.Unavailable);
    }

    /// <summary>An analyst that thinks for ever helps nobody: a person hears that it took too long, and what was seen.</summary>
    private async Task<Diagnosis> ConcludeAsync(Sight sight, Survey survey, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => Conclude(sight, survey), cancellationToken).WaitAsync(LongestThought, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return OfflineDiagnosis.Nothing(
                "What was seen took too long to weigh, so nothing was concluded.", survey.Evidence, survey.Gaps.Add($"The rules did not end within {LongestThought.TotalSeconds:0} s."));
        }
    }

    private static Diagnosis Checked(Diagnosis concluded, Survey survey)
    {
        var (diagnosis, _) = ClaimCheck.Check(concluded, EvidenceBook.Of(survey.Evidence, survey.Blobs));
        return diagnosis with { Responsible = TeamArbitration.Of(diagnosis) };
    }

    /// <summary>What is read comes from outside. Should some text of it take too long to read, a person hears that, and nothing is guessed.</summary>
    private static Diagnosis Conclude(Sight sight, Survey survey) => AnotherTry.Of(
        () =>
        {
            var diagnosis = OfflineDiagnosis.Of(sight, survey.Evidence, survey.Gaps, survey.IsBlind);
            return Checked(diagnosis with { Gold = sight.Gold, Advice = Advisor.Of(sight, diagnosis) }, survey);
        },
        text => OfflineDiagnosis.Nothing($"A text that was seen took too long to read, so nothing was concluded: {text}", survey.Evidence, survey.Gaps.Add($"Could not be read in time: {text}")));

    private async Task<Sight> LookAsync(Survey survey, Incident incident, CancellationToken cancellationToken)
    {
        var (alert, now) = (incident.Alert, time.GetUtcNow());
        var subject = Owners.Subject(alert.Labels);
        if (subject is null && alert.Target is null)
            survey.Miss("The alert's labels name no service, workload, pod, machine or database.");
        var scene = subject is var (label, name)
            ? await new ServiceLook(survey).LookAsync(alert, label, name, now, cancellationToken)
            : new SceneFacts(alert, alert.Target?.Name ?? "", alert.StartsAt, now);
        var sight = new Sight(scene);
        if (alert.Target is { } target)
            sight = sight with { Cluster = await new ClusterLook(survey).LookAsync(alert, target, scene, cancellationToken) };
        if (Owners.Database(alert.Labels) is { } instance)
            sight = sight with { Database = await new DatabaseLook(survey).LookAsync(scene, instance, cancellationToken) };
        sight = sight with { Job = await new JobLook(survey).LookAsync(alert, cancellationToken) };
        return sight with { Gold = await new GoldLook(survey).LookAsync(scene, cancellationToken) };
    }
}
