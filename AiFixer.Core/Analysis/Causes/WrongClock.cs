using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>A machine's clock runs off: what it signs is not valid yet, or no longer.</summary>
internal static class WrongClock
{
    private const string Clocks = "clock_?(offset|skew|drift)|timex_(offset|sync)|ntp_|chrony|time_?offset|clock_?sync";
    private const string Said = @"clock (skew|drift|offset|is)|no selectable sources|\bntpd?\b|chrony|time (is )?not sync|issued in the future|used before issued|not valid (yet|before)|\biat\b|RequestTimeTooSkewed|ahead of .*clock";

    public static Cause? In(Picture picture)
    {
        var measured = picture.Signals.Where(s => s is { Kind: SignalKind.Metric, Strength: > 0.5 } && Changes.Text.Has(s.Name, Clocks)).ToList();
        var said = picture.Signals.Where(s => s is { Kind: SignalKind.Log or SignalKind.Span, Strength: > 0.5 } && Changes.Text.Has(s.Says, Said)).ToList();
        if (measured.Count == 0)
            return null;
        return new(
            Categories.Infrastructure, Weighing.Together(0.6, said.Count > 0 ? 0.5 : 0, said.Count > 1 ? 0.3 : 0),
            $"The clock of a machine runs off: {measured[0].Says}. What is made there is refused elsewhere as not valid yet or no longer.", "failover", Weighing.Claims([.. measured.Take(2), .. said.Take(4)]))
        { Culprit = "none" };
    }
}
