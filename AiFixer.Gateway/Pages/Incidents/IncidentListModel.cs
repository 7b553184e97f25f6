using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Gateway.Incidents;

namespace AiFixer.Gateway.Pages.Incidents;

/// <summary>What the list shows.</summary>
public sealed record IncidentListModel(
    FilterQuery Query, IncidentFilter Filter, (string Field, string Problem)? Problem, IReadOnlyList<IncidentSummary> Items, string? Next, IReadOnlyDictionary<IncidentStatus, long>? Counts)
{
    private static readonly IncidentStatus[] Asking = [IncidentStatus.AwaitingDiagnosisApproval, IncidentStatus.AwaitingProposalApproval];
    private static readonly IncidentStatus[] Working =
    [
        IncidentStatus.New, IncidentStatus.Triaging, IncidentStatus.Diagnosing, IncidentStatus.Proposing,
        IncidentStatus.Waiting, IncidentStatus.Executing, IncidentStatus.Verifying,
    ];

    /// <summary>The groups of statuses one can look at, with how many incidents are in each.</summary>
    public IEnumerable<StatusTab> Tabs =>
    [
        Tab("tab.all", "", []),
        Tab("tab.ask", "ask", Asking),
        Tab("tab.escalated", "bad", [IncidentStatus.Escalated]),
        Tab("tab.working", "busy", Working),
        Tab("tab.resolved", "good", [IncidentStatus.Resolved]),
        Tab("tab.ignored", "quiet", [IncidentStatus.Ignored]),
    ];

    public string NewestAddress => ListAddress.Of(Query with { Before = null });

    public string NextAddress => ListAddress.Of(Query with { Before = Next });

    private StatusTab Tab(string key, string tone, IncidentStatus[] statuses)
    {
        var wanted = statuses.Select(EnumText.Of).ToArray();
        var count = statuses.Length == 0 ? Counts?.Values.Sum() : Counts is null ? null : statuses.Sum(status => Counts.GetValueOrDefault(status));
        var chosen = statuses.ToHashSet().SetEquals(Filter.Statuses ?? []);
        return new(key, tone, count, chosen, ListAddress.Of(Query with { Status = wanted, Before = null }));
    }
}
