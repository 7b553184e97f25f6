using System.Collections.Immutable;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>A commit, read.</summary>
internal sealed record ReadChange(CommitFact Commit, Delta Delta, ImmutableArray<FileKind> Kinds)
{
    public static ReadChange Of(CommitFact commit) =>
        new(commit, DeltaReader.Read(commit.Diff, commit.Files), [.. commit.Files.Select(FileKinds.Of)]);

    /// <summary>Nothing of it runs where users are.</summary>
    public bool IsBeside => !Kinds.IsEmpty && (Kinds.All(kind => kind is FileKind.Beside) || Commit.Files.All(FileKinds.IsElsewhere));

    public bool IsLooks => !Kinds.IsEmpty && Kinds.All(kind => kind is FileKind.Looks or FileKind.Beside);

    public bool IsDependencies => Kinds.Contains(FileKind.Dependencies) && Kinds.All(kind => kind is FileKind.Dependencies or FileKind.Beside);

    public bool IsConfiguration => Kinds.Any(kind => kind is FileKind.Configuration or FileKind.Dependencies);

    /// <summary>What it does is the same; what it says of it is not.</summary>
    public bool OnlyTells { get; } = Telling.Only(Delta);

    /// <summary>It changes more than words and places.</summary>
    public bool IsEssential => !Delta.IsEmpty && !Delta.Extracts && (Delta.Kept < 0.9 || !Delta.Settings.IsEmpty || !Delta.GuardsRemoved.IsEmpty || Delta.TextsRemoved.Count > 0);

    /// <summary>Everything that went, as one text; likewise what came.</summary>
    public string Removed { get; } = string.Join('\n', Delta.LinesRemoved);

    public string Added { get; } = string.Join('\n', Delta.LinesAdded);
}
