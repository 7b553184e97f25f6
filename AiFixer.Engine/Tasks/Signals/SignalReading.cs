using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Tasks.Signals;

/// <summary>What a signal is now.</summary>
/// <param name="Value">Null when it could not be read; then the problem says why.</param>
internal sealed record SignalReading(RecoverySignal Signal, double? Value, string? Problem)
{
    /// <summary>Whether it is as it was before the trouble; null when that cannot be told.</summary>
    public bool? IsBack { get; private init; } = Value is { } value ? Signal.IsBack(value) : null;

    /// <summary>Nobody said what it has to be, so it says nothing either way.</summary>
    public bool IsIdle { get; private init; }

    /// <summary>The metrics answered, and there is no such number: as it was before, when it was nothing then.</summary>
    public static SignalReading Gone(RecoverySignal signal) =>
        new(signal, null, "there is no number for it") { IsBack = signal is { Before: 0, IsBelow: true } ? true : null };

    public static SignalReading Idle(RecoverySignal signal) => new(signal, null, "nobody said within what it has to come back") { IsIdle = true };

    public override string ToString() => (Value, IsBack) switch
    {
        ({ } value, _) => FormattableString.Invariant(
            $"{Signal.Query}: {Signal.Before:G6} before, {Signal.During:G6} in the trouble, {value:G6} now: {(Signal.IsBack(value) ? "back" : $"not back {Bound}")}."),
        (null, true) => FormattableString.Invariant($"{Signal.Query}: nothing before, {Signal.During:G6} in the trouble, nothing now: back."),
        _ => $"{Signal.Query} could not be read, so it is not known whether it is back: {Problem}.",
    };

    private string Bound => FormattableString.Invariant($"{(Signal.IsBelow ? "below" : "above")} {Signal.Bound:G6}");
}
