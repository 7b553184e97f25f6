using System.Diagnostics.Metrics;
using AiFixer.Core.Messages;
using AiFixer.Lark.Client;

namespace AiFixer.Lark.Room;

/// <summary>What is measured of the talk with Lark.</summary>
public static class RoomInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "AiFixer.Lark";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Calls =
        Meter.CreateCounter<long>("aifixer.lark.messages", description: "Messages sent, patched or reacted to, by what came of it.");

    private static readonly Counter<long> Clicks =
        Meter.CreateCounter<long>("aifixer.lark.clicks", description: "Clicks on cards, by what they were answered.");

    private static readonly Counter<long> Refusals =
        Meter.CreateCounter<long>("aifixer.lark.declined", description: "Clicks and commands that changed nothing, by why.");

    private static MessageBacklog _backlog = new(0, 0, null);
    private static double _age;

    static RoomInstruments()
    {
        Meter.CreateObservableGauge("aifixer.lark.waiting", () => _backlog.Waiting, description: "Incidents whose messages may be out of date.");
        Meter.CreateObservableGauge("aifixer.lark.undelivered", () => _backlog.Failing, description: "Those of them for which it was tried, and failed.");
        Meter.CreateObservableGauge("aifixer.lark.oldest", () => _age, "s", "How long the first of them waits.");
    }

    internal static void Called(string what, LarkError? error) =>
        Calls.Add(1, new("call", what), new("outcome", error is null ? "done" : error.Kind.ToString().ToLowerInvariant()));

    internal static void Clicked(string answer) => Clicks.Add(1, new KeyValuePair<string, object?>("answer", answer));

    internal static void Refused(string why) => Refusals.Add(1, new KeyValuePair<string, object?>("why", why));

    internal static void Waiting(MessageBacklog backlog, DateTimeOffset now)
    {
        _backlog = backlog;
        _age = backlog.Oldest is { } oldest ? Math.Max((now - oldest).TotalSeconds, 0) : 0;
    }
}
