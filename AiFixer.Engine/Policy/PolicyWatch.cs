using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine.Policy;

/// <summary>Measures what people are asked, and raises an alarm for every grant that opened nothing.</summary>
internal sealed partial class PolicyWatch(ILogger<PolicyWatch> logger)
{
    /// <summary>Looks at what was just written.</summary>
    public void Look(Incident before, Decision.Accepted written, DateTimeOffset now)
    {
        foreach (var happened in written.Events)
        {
            switch (happened)
            {
                case GrantRefused refused:
                    PolicyInstruments.GrantRefused(refused.Fault.ToString().ToLowerInvariant());
                    Alarm(before.Id, refused.Grant, refused.Action, refused.Fault, refused.Reason);
                    break;
                case DiagnosisApprovalRequested asked:
                    PolicyInstruments.ApprovalAsked(About(asked.Card.Id));
                    break;
                case ProposalApprovalRequested asked:
                    PolicyInstruments.ApprovalAsked(About(asked.Card.Id));
                    break;
                case CardDecided decided when before.Cards.Find(card => card.Id == decided.Card) is { } card:
                    PolicyInstruments.ApprovalEnded(About(card.Id), decided.Outcome.ToString().ToLowerInvariant(), now - card.AskedAt);
                    break;
            }
        }
    }

    private static string About(string card) => card.Split('/')[0];

    [LoggerMessage(LogLevel.Warning, "{Incident}: grant {Grant} of action {Action} opened nothing ({Fault}): {Reason}")]
    private partial void Alarm(IncidentId incident, string grant, string action, GrantFault fault, string reason);
}
