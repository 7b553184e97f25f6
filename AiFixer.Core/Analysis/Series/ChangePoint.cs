namespace AiFixer.Core.Analysis;

/// <summary>That a number left its level, when, and how far.</summary>
/// <param name="Onset">The first sample that is off, or where a slow change begins.</param>
/// <param name="Earliest">It did not begin before this; at the first sample of the series: it may have begun earlier.</param>
/// <param name="Latest">It had begun by then.</param>
/// <param name="Before">The level it left.</param>
/// <param name="After">The level it went to; for a ramp where it ended up.</param>
/// <param name="Score">The change in units of the noise, at most 1,000.</param>
/// <param name="Chance">At most how probable such a change is in noise alone.</param>
/// <param name="Rise">How long it took from one level to the other; zero when it happened between two samples.</param>
/// <param name="RecoveredAt">The first sample back at the old level; null when it has not come back.</param>
public sealed record ChangePoint(
    DateTimeOffset Onset,
    DateTimeOffset Earliest,
    DateTimeOffset Latest,
    double Before,
    double After,
    double Score,
    double Chance,
    ChangeKind Kind,
    TimeSpan Rise,
    DateTimeOffset? RecoveredAt)
{
    public bool Recovered => RecoveredAt is not null;

    public bool Rose => After > Before;

    /// <summary>How many times the old level the new one is; infinite when it rose from nothing.</summary>
    public double Ratio => Before == 0 ? double.PositiveInfinity : After / Before;
}
