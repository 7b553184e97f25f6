using System.Diagnostics.Metrics;

namespace AiFixer.Engine.Policy;

/// <summary>What is measured of grants and approvals.</summary>
public static class PolicyInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "AiFixer.Policy";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Refused =
        Meter.CreateCounter<long>("aifixer.grants.refused", description: "Grants that opened nothing, by why. Missing, forged, altered and replayed want a look.");

    private static readonly Counter<long> Asked =
        Meter.CreateCounter<long>("aifixer.approvals.asked", description: "Questions put to people.");

    private static readonly Histogram<double> Answered =
        Meter.CreateHistogram<double>("aifixer.approvals.duration", "s", "How long questions were open, by what became of them.");

    internal static void GrantRefused(string fault) => Refused.Add(1, new KeyValuePair<string, object?>("fault", fault));

    internal static void ApprovalAsked(string about) => Asked.Add(1, new KeyValuePair<string, object?>("about", about));

    internal static void ApprovalEnded(string about, string outcome, TimeSpan open) =>
        Answered.Record(open.TotalSeconds, new("about", about), new("outcome", outcome));
}
