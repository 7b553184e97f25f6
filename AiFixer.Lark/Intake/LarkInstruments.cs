using System.Diagnostics.Metrics;
using AiFixer.Lark.Wire;

namespace AiFixer.Lark.Intake;

/// <summary>What is measured of what comes from Lark.</summary>
internal static class LarkInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "AiFixer.Lark";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Taken =
        Meter.CreateCounter<long>("aifixer.lark.taken", description: "What came from Lark and was genuine, by kind.");

    private static readonly Counter<long> Distrusted =
        Meter.CreateCounter<long>("aifixer.lark.refused", description: "What came as if from Lark and was not taken, by reason.");

    private static readonly Histogram<double> Answers =
        Meter.CreateHistogram<double>("aifixer.lark.click.duration", "s", "How long clicks waited for their answer, and whether it was known by then what became of them.");

    private static readonly UpDownCounter<long> Open =
        Meter.CreateUpDownCounter<long>("aifixer.lark.connections", description: "Long connections that are open.");

    private static readonly Counter<long> Dropped =
        Meter.CreateCounter<long>("aifixer.lark.frames.dropped", description: "Frames of the long connection that could not be used, by reason.");

    public static void Took(string kind) => Taken.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public static void Refused(RefusalReason reason) => Distrusted.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    public static void Answered(TimeSpan after, bool inTime) => Answers.Record(after.TotalSeconds, new KeyValuePair<string, object?>("known", inTime));

    public static void Connected(int change) => Open.Add(change);

    public static void FrameDropped(string reason) => Dropped.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
