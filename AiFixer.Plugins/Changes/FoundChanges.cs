using AiFixer.Core.Changes;

namespace AiFixer.Plugins.Changes;

/// <summary>What a source knows of a time.</summary>
/// <param name="Changes">The changes, in any order.</param>
/// <param name="Cut">What of it could not be read, in a few words; null when all was.</param>
internal sealed record FoundChanges(IReadOnlyList<ReportedChange> Changes, string? Cut = null);
