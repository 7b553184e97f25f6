namespace AiFixer.Llm.Cache;

/// <summary>How long answers are used again. The section <c>Llm:Cache</c>.</summary>
internal sealed record CacheOptions
{
    /// <summary>0 s to 24 h; 0 asks every time.</summary>
    public TimeSpan Analysis { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>0 s to 24 h; 0 asks every time.</summary>
    public TimeSpan Proposals { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Answers that are kept: 0 to 100,000.</summary>
    public int Entries { get; init; } = 512;
}
