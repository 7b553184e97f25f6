namespace AiFixer.Playground.Cases;

/// <summary>What an expert says was wrong: what a diagnosis of the case is held against.</summary>
/// <param name="Category">The kind of trouble.</param>
public sealed record CaseExpectation(string Category)
{
    /// <summary>No change is to blame.</summary>
    public const string NoChange = "none";

    /// <summary>What the category is when nothing is wrong, or is no more.</summary>
    public const string Healthy = "healthy";

    /// <summary>Words or phrases that the written cause and its evidence have to contain.</summary>
    public IReadOnlyList<string> MustMention { get; init; } = [];

    /// <summary>Categories that would mislead.</summary>
    public IReadOnlyList<string> ForbiddenCategories { get; init; } = [];

    /// <summary>The sha to blame, or <see cref="NoChange"/>; null where it is not asked.</summary>
    public string? Culprit { get; init; }

    /// <summary>Shas that somebody careless blames.</summary>
    public IReadOnlyList<string> Decoys { get; init; } = [];

    /// <summary>Where it began; null where it is not asked.</summary>
    public string? FirstFailing { get; init; }

    /// <summary>The services that suffer from it; null where it is not asked.</summary>
    public IReadOnlyList<string>? BlastRadius { get; init; }

    /// <summary>What helps, in a word; null where it is not asked.</summary>
    public string? Remediation { get; init; }
}
