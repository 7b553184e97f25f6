using AiFixer.Core.Playbooks.Reading;

namespace AiFixer.Core.Playbooks.Matching;

/// <summary>Reads lists of patterns and says which one cannot be used.</summary>
internal static class PatternReader
{
    private const int Most = 50;

    public static IReadOnlyList<Pattern> Read(SourceFields fields, string name)
    {
        var items = fields.Items(name, required: true);
        if (items.Count > Most)
            fields.Wrong(name, items[Most].Line, $"may have {Most} patterns");
        var patterns = new List<Pattern>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not SourceNode.Text text)
                fields.Wrong($"{name}[{i}]", items[i].Line, "must be text");
            else if (Pattern.Problem(text.Value) is { } problem)
                fields.Wrong($"{name}[{i}]", text.Line, problem);
            else
                patterns.Add(Pattern.Of(text.Value));
        }

        return patterns;
    }
}
