using System.Diagnostics.Metrics;
using AiFixer.Core.Messages;
using AiFixer.Lark.Client;
using AiFixer.Lark.Wire;

namespace AiFixer.Lark;

/// <summary>What is measured of the talk with Lark: what comes from there, what goes there, and what waits.</summary>
public static class LarkInstruments
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

    private static readonly Counter<long> Calls =
        Meter.CreateCounter<long>("aifixer.lark.messages", description: "Messages sent, patched or reacted to, by what came of it.");

    private static readonly Counter<long> Clicks =
        Meter.CreateCounter<long>("aifixer.lark.clicks", description: "Clicks on cards, by what they were answered.");

    private static readonly Counter<long> Declines =
        Meter.CreateCounter<long>("aifixer.lark.declined", description: "Clicks and commands that changed nothing, by why.");

    private static MessageBacklog _backlog = new(0, 0, null);
    private static double _age;

    static LarkInstruments()
    {
        Meter.CreateObservableGauge("aifixer.lark.waiting", () => _backlog.Waiting, description: "Incidents whose messages may be out of date.");
        Meter.CreateObservableGauge("aifixer.lark.undelivered", () => _backlog.Failing, description: "Those of them for which it was tried, and failed.");
        Meter.CreateObservableGauge("aifixer.lark.oldest", () => _age, "s", "How long the first of them waits.");
    }

    internal static void Took(string kind) => Taken.Add(1, new KeyValuePair<string, object?>("kind", kind));

    internal static void Refused(RefusalReason reason) => Distrusted.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    internal static void Answered(TimeSpan after, bool inTime) => Answers.Record(after.TotalSeconds, new KeyValuePair<string, object?>("known", inTime));

    internal static void Connected(int change) => Open.Add(change);

    internal static void FrameDropped(string reason) => Dropped.Add(1, new KeyValuePair<string, object?>("reason", reason));

    internal static void Called(string what, LarkError? error) =>
        Calls.Add(1, new("call", what), new("outcome", error is null ? "done" : error.Kind.ToString().ToLowerInvariant()));

    internal static void Clicked(string answer) => Clicks.Add(1, new KeyValuePair<string, object?>("answer", answer));

    internal static void Declined(string why) => Declines.Add(1, new KeyValuePair<string, object?>("why", why));

    internal static void Waiting(MessageBacklog backlog, DateTimeOffset now)
    {
        _backlog = backlog;
        _age = backlog.Oldest is { } oldest ? Math.Max((now - oldest).TotalSeconds, 0) : 0;
    }
}
