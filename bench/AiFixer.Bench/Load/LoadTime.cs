namespace AiFixer.Bench.Load;

/// <summary>How long to load, and from when to count.</summary>
internal sealed record LoadTime(TimeSpan WarmUp, TimeSpan Measured)
{
    /// <summary>Until the requests run out, all of them counted.</summary>
    public static LoadTime UntilDone { get; } = new(TimeSpan.Zero, TimeSpan.FromHours(1));
}
