using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>Approvals that wait, and the load of them.</summary>
internal static class ApprovalsEndpoint
{
    private static readonly IncidentStatus[] Asking = [IncidentStatus.AwaitingDiagnosisApproval, IncidentStatus.AwaitingProposalApproval];

    public static async Task<IResult> ReadAsync(IncidentScan scan, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ViewAsync(scan, cancellationToken));

    public static async Task<ApprovalsView> ViewAsync(IncidentScan scan, CancellationToken cancellationToken)
    {
        var waiting = new List<WaitingApproval>();
        var (first, more) = await scan.DueFirstAsync(new IncidentFilter(Statuses: Asking), IncidentScan.Most, cancellationToken);
        foreach (var (item, state) in first)
        {
            if (WaitingApproval.Of(item, state) is { } question)
                waiting.Add(question);
        }

        var newest = new List<Incident>();
        await foreach (var (_, state) in scan.ReadAsync(new IncidentFilter(), IncidentScan.Most, cancellationToken))
            newest.Add(state);
        return new([.. waiting.OrderBy(question => question.ExpiresAt)], ApprovalLoad.Of(newest)) { More = more };
    }
}
