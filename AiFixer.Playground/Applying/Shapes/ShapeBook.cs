using System.Collections.Frozen;

namespace AiFixer.Playground.Applying.Shapes;

/// <summary>
/// The types of the API that are described, from <c>shapes.txt</c>. A line is a type and its fields: <c>name</c> a text, <c>name#</c> a number,
/// <c>name?</c> a flag, <c>name*</c> anything, <c>name=Type</c>, <c>name={}</c> a map of texts, <c>name={*}</c> of anything, <c>name=[]</c> and
/// <c>name=[Type]</c> lists, <c>name=[Type key key]</c> one whose elements are told apart by keys, <c>name=&lt;&gt;</c> a set; with <c>!</c> at the end
/// it is owned as a whole.
/// </summary>
internal static class ShapeBook
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, Shape>> Types = Read();

    public static FrozenDictionary<string, Shape> Fields(string type) => Types[type];

    /// <summary>The shape of a kind's objects.</summary>
    public static Shape Of(string kind) => Types.ContainsKey(kind) ? new(ShapeKind.Struct, kind) : Shape.Open;

    private static FrozenDictionary<string, FrozenDictionary<string, Shape>> Read()
    {
        using var reader = new StreamReader(typeof(ShapeBook).Assembly.GetManifestResourceStream("shapes.txt")!);
        var lines = reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#');
        return lines.Select(line => line.Split(':', 2)).ToFrozenDictionary(parts => parts[0], parts => Fields(Tokens(parts[1])));
    }

    private static FrozenDictionary<string, Shape> Fields(IEnumerable<string> tokens) =>
        tokens.Select(Field).ToFrozenDictionary(field => field.Name, field => field.Shape, StringComparer.Ordinal);

    /// <summary>Blanks stand between fields, and between the keys of a list.</summary>
    private static IEnumerable<string> Tokens(string text)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length)
                depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
            if (i < text.Length && (text[i] != ' ' || depth > 0))
                continue;
            if (i > start)
                yield return text[start..i];
            start = i + 1;
        }
    }

    private static (string Name, Shape Shape) Field(string token)
    {
        var whole = token.EndsWith('!');
        var text = whole ? token[..^1] : token;
        if (text.Split('=', 2) is [var name, var type])
            return (name, Parse(type) with { Whole = whole });
        return text[^1] switch
        {
            '#' => (text[..^1], new(ShapeKind.Number)),
            '?' => (text[..^1], new(ShapeKind.Flag)),
            '*' => (text[..^1], new(ShapeKind.Anything)),
            _ => (text, new(ShapeKind.Text)),
        };
    }

    private static Shape Parse(string type) => type switch
    {
        "{}" => new(ShapeKind.Map),
        "{*}" => new(ShapeKind.Map, "*"),
        "<>" => new(ShapeKind.Set),
        "[]" => new(ShapeKind.List),
        ['[', .. var inside, ']'] when inside.Split(' ') is [var element, .. var keys] =>
            keys.Length == 0 ? new(ShapeKind.List, element) : new Shape(ShapeKind.Keyed, element) { Keys = keys },
        _ => new(ShapeKind.Struct, type),
    };
}
