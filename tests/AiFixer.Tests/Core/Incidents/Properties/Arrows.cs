using AiFixer.Core.Incidents;
using static AiFixer.Core.Incidents.IncidentStatus;

namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>The arrows that are drawn between statuses, and no others.</summary>
internal static class Arrows
{
    private static readonly Dictionary<IncidentStatus, IncidentStatus[]> Forward = new()
    {
        [New] = [Triaging, Waiting],
        [Triaging] = [Proposing],
        [Diagnosing] = [AwaitingDiagnosisApproval, Proposing],
        [AwaitingDiagnosisApproval] = [Proposing],
        [Proposing] = [AwaitingProposalApproval, Executing, Waiting],
        [AwaitingProposalApproval] = [Executing],
        [Executing] = [Waiting, Verifying, Proposing, AwaitingProposalApproval, Resolved],
        [Waiting] = [Executing, Triaging, Proposing],
        [Verifying] = [Resolved, Executing, Waiting, Proposing],
        [Escalated] = [Ignored],
        [Resolved] = [],
        [Ignored] = [],
    };

    public static bool Has(IncidentStatus from, IncidentStatus to) =>
        from == to || Forward[from].Contains(to) || (from.IsOpen() && from != New && Anywhere(from, to));

    /// <summary>A person's hands from anywhere; the sender's and people's other words wherever no fix is out.</summary>
    private static bool Anywhere(IncidentStatus from, IncidentStatus to) => to switch
    {
        Escalated => true,
        Diagnosing => from != Executing,
        Resolved or Ignored => from is not (Executing or Verifying),
        _ => false,
    };
}
