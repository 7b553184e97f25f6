using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AiFixer.Playground.Cases;
using AiFixer.Playground.Cases.Variations;

namespace AiFixer.Tests.Playground.Cases.Variations;

/// <summary>Cases of a few files, and one of them after a variation.</summary>
internal static class VariedFiles
{
    public const string About = """{"id": "a", "suite": "s", "now": "2026-02-03T09:30:00Z"}""";

    public static CaseContents Case(params (string Name, string Text)[] files) =>
        new("/nowhere", files.Prepend(("case.json", About)).ToImmutableSortedDictionary(file => file.Item1, file => file.Item2, StringComparer.Ordinal));

    public static string File(VariedCase? made, string name) => made.ShouldNotBeNull().Contents.Files[name];

    public static JsonNode Json(VariedCase? made, string name) => JsonNode.Parse(File(made, name))!;

    public static string[] Lines(VariedCase? made, string name) => File(made, name).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
