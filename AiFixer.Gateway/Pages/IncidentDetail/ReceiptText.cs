using AiFixer.Core.Ports;
using AiFixer.Core.Texts;

namespace AiFixer.Gateway.Pages.IncidentDetail;

/// <summary>What came of a decision, for the person who made it.</summary>
internal static class ReceiptText
{
    public static Notice Of(FormDecision decision, TellReceipt receipt, TextBook words) => receipt switch
    {
        TellReceipt.Accepted => new(true, words[decision.Done]),
        TellReceipt.Refused refused => new(false, words.Say("receipt.refused", refused.Refusal.Message)),
        TellReceipt.Busy busy => new(false, words.Say("receipt.busy", busy.Reason)),
        _ => new(false, words["receipt.notFound"]),
    };
}
