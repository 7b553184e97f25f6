namespace AiFixer.Plugins.Prometheus;

/// <summary>From when to when, and how finely.</summary>
internal sealed record PromRange(DateTimeOffset Start, DateTimeOffset End, TimeSpan Step)
{
    /// <summary>More points in a series tell nobody more.</summary>
    public const int MostSteps = 500;

    public int Steps => (int)((End - Start) / Step) + 1;

    /// <summary>The same with a step that keeps the series short.</summary>
    public PromRange Bounded() => Steps <= MostSteps
        ? this
        : this with { Step = TimeSpan.FromSeconds(Math.Ceiling((End - Start).TotalSeconds / (MostSteps - 1))) };
}
