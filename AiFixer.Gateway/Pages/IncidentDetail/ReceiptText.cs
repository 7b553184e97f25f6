using AiFixer.Core.Ports;

namespace AiFixer.Gateway.Pages.IncidentDetail;

/// <summary>What came of a decision, for the person who made it.</summary>
internal static class ReceiptText
{
    public static Notice Of(FormDecision decision, TellReceipt receipt) => receipt switch
    {
        TellReceipt.Accepted => new(true, decision.Done),
        TellReceipt.Refused refused => new(false, $"Nothing was changed. {refused.Refusal.Message}"),
        TellReceipt.Busy busy => new(false, $"It could not be taken now, please try again. {busy.Reason}"),
        _ => new(false, "There is no such incident."),
    };
}
