using AiFixer.Core.Incidents;
using AiFixer.Gateway.Incidents;

namespace AiFixer.Gateway.Pages.IncidentDetail;

/// <summary>What the page of one incident shows.</summary>
/// <param name="Outputs">Whole outputs behind the evidence, by hash.</param>
/// <param name="RawPayload">What the sender posted, when it could not be read.</param>
public sealed record IncidentPageModel(IncidentDetails Incident, IReadOnlyDictionary<string, string> Outputs, string? RawPayload)
{
    /// <summary>What could not be told elsewhere, as sentences.</summary>
    public IReadOnlyList<string> Undelivered { get; init; } = [];

    /// <summary>The question that waits for an answer.</summary>
    public Card? Question => Incident.Cards.FindLast(card => card.Outcome == CardOutcome.Open);

    public bool AsksAboutFix => Question?.Id.StartsWith("proposal/", StringComparison.Ordinal) == true;

    /// <summary>The rounds of actions, the latest first.</summary>
    public IEnumerable<IGrouping<int, IncidentAction>> Rounds =>
        Incident.Actions.GroupBy(action => action.Round).OrderByDescending(round => round.Key);

    /// <summary>How often a browser without scripts may reload: never while a form waits to be filled.</summary>
    public int RefreshSeconds => Incident.Status.IsOpen() && Question is null && Incident.Status != IncidentStatus.Escalated ? 15 : 0;

    /// <summary>The timeline, latest first, one heading per moment and person.</summary>
    public IEnumerable<IGrouping<(long Version, DateTimeOffset At, string By), TimelineEntry>> Moments =>
        Incident.Timeline.GroupBy(entry => (entry.Version, entry.At, entry.By)).OrderByDescending(moment => moment.Key.Version);
}
