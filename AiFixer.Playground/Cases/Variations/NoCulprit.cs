using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>The change to blame is in no list of changes, nor is its deploy.</summary>
internal static class NoCulprit
{
    public static VariedCase? Apply(CaseContents contents) =>
        contents.Json("expected.json").Str("culprit_change") is { } culprit && culprit != CaseExpectation.NoChange
            ? new(Changes.Without(contents, new HashSet<string>(StringComparer.Ordinal) { culprit }))
            : null;
}
