namespace AiFixer.Core.Analysis;

/// <summary>A series and what it is called.</summary>
public sealed record Metric(string Name, Series Series)
{
    /// <summary>What it counts in a second where it is a counter.</summary>
    public Metric Prepared() => Counters.Is(BareName, Series) ? this with { Series = Counters.ToRates(Series) } : this;

    /// <summary>Without labels.</summary>
    private string BareName => Name.IndexOf('{', StringComparison.Ordinal) is > 0 and var at ? Name[..at] : Name;
}
