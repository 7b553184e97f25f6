using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Cases.Variations.Renaming;

/// <summary>Services, namespaces, workloads, pods, people and changes are called something else, wherever they are named.</summary>
internal static class Renamed
{
    public static VariedCase? Apply(CaseContents contents)
    {
        var known = KnownNames.Of(contents);
        var names = new NewNames(known, string.Join('\n', contents.Files.Values));
        if (names.ByName.IsEmpty && names.BySha.IsEmpty)
            return null;
        var text = new RenamedText(names.ByName, names.BySha);
        var files = contents.Files.ToImmutableSortedDictionary(file => IsKind(file.Key) ? file.Key : text.Of(file.Key), file => File(file.Key, file.Value, text), StringComparer.Ordinal);
        return new(contents with { Files = files }, names.BySha);
    }

    /// <summary>What a kind of things is called is nobody's to change, though a thing may be called so too.</summary>
    private static bool IsKind(string file) => file.StartsWith("kubernetes/", StringComparison.Ordinal);

    private static string File(string name, string content, RenamedText text) => Path.GetExtension(name) switch
    {
        ".json" => Edits.Text(Edits.Rewritten(JsonNode.Parse(content), text.Of)!),
        ".ndjson" => string.Concat(content.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Edits.Text(Edits.Rewritten(JsonNode.Parse(line), text.Of)!) + "\n")),
        _ => text.Of(content),
    };
}
