using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Neighbouring lines of a diff.</summary>
/// <param name="Head">What stands after the <c>@@</c>: often the file and the function.</param>
/// <param name="Before">The lines as they were before the change.</param>
/// <param name="After">The lines as they are after the change, with whether each is new.</param>
internal sealed record Hunk(
    string Head, ImmutableArray<string> Removed, ImmutableArray<string> Added, ImmutableArray<string> Before, ImmutableArray<(string Text, bool IsNew)> After);
