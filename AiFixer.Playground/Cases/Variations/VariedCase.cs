using System.Collections.Immutable;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>A case made of another.</summary>
/// <param name="Shas">What the shas of the other are called in it, where that is not the same.</param>
public sealed record VariedCase(CaseContents Contents, ImmutableDictionary<string, string> Shas)
{
    internal VariedCase(CaseContents contents)
        : this(contents, ImmutableDictionary<string, string>.Empty)
    {
    }

    /// <summary>What a change is called in it.</summary>
    public string? Called(string? sha) => sha is null ? null : Shas.GetValueOrDefault(sha, sha);
}
