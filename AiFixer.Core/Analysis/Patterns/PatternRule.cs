using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Patterns;

/// <summary>How a pattern shows in each place, and how much each place says.</summary>
internal sealed record PatternRule(PatternKind Kind)
{
    /// <summary>What the platform says: nobody else writes these words, so they nearly suffice.</summary>
    public required Regex Platform { get; init; }

    public double PlatformWeight { get; init; } = 0.7;

    /// <summary>What programs write: they may mean something else by it.</summary>
    public Regex? Log { get; init; }

    public double LogWeight { get; init; } = 0.45;

    public GaugeMeasure? Measure { get; init; }

    /// <summary>From here on the number says something.</summary>
    public double From { get; init; }

    /// <summary>Here it says all it can.</summary>
    public double Full { get; init; }

    public double MeasureWeight { get; init; } = 0.5;
}
