using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Tasks.Signals;

/// <summary>What a signal is now.</summary>
/// <param name="Value">Null when it could not be read; then the problem says why.</param>
internal sealed record SignalReading(RecoverySignal Signal, double? Value, string? Problem)
{
    public bool? IsBack => Value is { } value ? Signal.IsBack(value) : null;

    public override string ToString() => Value is { } value
        ? FormattableString.Invariant($"{Signal.Query}: {Signal.Before:G6} before, {Signal.During:G6} in the trouble, {value:G6} now: {(Signal.IsBack(value) ? "back" : $"not back {Bound}")}.")
        : $"{Signal.Query} could not be read, so it is not known whether it is back: {Problem}.";

    private string Bound => FormattableString.Invariant($"{(Signal.IsBelow ? "below" : "above")} {Signal.Bound:G6}");
}
