using AiFixer.Core.Journal;

namespace AiFixer.Engine.Reporting;

/// <summary>By which a delivery is known again; for longer when its sender gave it a name.</summary>
internal static class DeliveryClaim
{
    public static Claim Of(string key, bool named, EngineOptions options) =>
        new(ClaimKeys.Inbox(key), named && options.DedupWindow < options.NamedDeliveryWindow ? options.NamedDeliveryWindow : options.DedupWindow);
}
