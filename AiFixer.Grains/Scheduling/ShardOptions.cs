namespace AiFixer.Grains.Scheduling;

/// <summary>How the due index is shared out. The same in all silos.</summary>
internal sealed record ShardOptions
{
    /// <summary>How many parts there are: 1 to 32.</summary>
    public int Shards { get; init; } = 8;

    /// <summary>How often calls and watches are looked for that a silo left behind when it died.</summary>
    public TimeSpan ResumeInterval { get; init; } = TimeSpan.FromSeconds(3);
}
