using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Facts;

/// <summary>A change of the sources.</summary>
/// <param name="Diff">What was changed; empty where the source of changes does not say.</param>
/// <param name="Evidence">The evidence it was read from.</param>
public sealed record CommitFact(
    string Sha, DateTimeOffset At, string? Author, string Message, ImmutableList<string> Files, string Diff, string Evidence);
