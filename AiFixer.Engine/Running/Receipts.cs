using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Running;

/// <summary>What a person is told of what became of a decision.</summary>
internal static class Receipts
{
    public static TellReceipt Of(WriteResult result) => result switch
    {
        WriteResult.Written written => new TellReceipt.Accepted(written.Held.Version, written.Held.State.Status),
        WriteResult.Nothing nothing => new TellReceipt.Accepted(nothing.Held.Version, nothing.Held.State.Status),
        WriteResult.Refused refused => new TellReceipt.Refused(refused.Refusal),
        WriteResult.Changed => new TellReceipt.Changed(),
        WriteResult.NotFound => new TellReceipt.NotFound(),
        WriteResult.Busy busy => new TellReceipt.Busy(busy.Reason),
        WriteResult.Impossible impossible => new TellReceipt.Refused(new(RefusalCode.NotNow, impossible.Reason)),
        var other => new TellReceipt.Busy($"Not now: {other.GetType().Name}."),
    };
}
