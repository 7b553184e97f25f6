using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>Finds the fields of a message: <c>级别: P1</c>, <c>【服务】pay</c>, <c>namespace="shop"</c>, a heading with its value below, lists of labels.</summary>
internal sealed partial class FieldReader(IReadOnlyList<string> lines)
{
    private readonly List<Field> _fields = [];

    public static IReadOnlyList<Field> Read(IReadOnlyList<string> lines)
    {
        var reader = new FieldReader(lines);
        for (var i = 0; i < lines.Count; i++)
            i = reader.From(i);
        return reader._fields;
    }

    /// <returns>The last line that was read.</returns>
    private int From(int line)
    {
        if (Heading(lines[line]) is { } heading)
            return heading == FieldKey.Labels ? LabelsBelow(line) : ValueBelow(line, heading);
        return InLine(line) is FieldKey.Labels ? LabelsBelow(line) : line;
    }

    /// <summary>A line that is nothing but the name of a field.</summary>
    private static string? Heading(string line)
    {
        var name = line.Trim(' ', '-', '*', '•', ':', '：', '【', '】', '[', ']');
        return name.Length is > 0 and <= 20 ? FieldNames.Meaning(name) : null;
    }

    private int ValueBelow(int line, string key)
    {
        var below = line + 1;
        if (below >= lines.Count || lines[below].Length == 0 || Heading(lines[below]) is not null || FieldNames.InText.IsMatch(lines[below]))
            return line;
        _fields.Add(new(line, key, lines[below]));
        return below;
    }

    /// <returns>The key of a field that says nothing, at the end of the line.</returns>
    private string? InLine(int line)
    {
        var text = lines[line];
        var found = Found(text);
        if (found.Find(match => FieldNames.Meaning(match.Groups["key"].Value) == FieldKey.Labels) is { } labels && AddPairs(line, text[(labels.Index + labels.Length)..]))
            found.RemoveRange(found.IndexOf(labels), found.Count - found.IndexOf(labels));
        for (var i = 0; i < found.Count; i++)
        {
            var end = i + 1 < found.Count ? found[i + 1].Index : text.Length;
            var from = found[i].Index + found[i].Length;
            var value = Trimmed(text[from..Math.Max(from, end)]);
            var key = FieldNames.Meaning(found[i].Groups["key"].Value)!;
            if (value.Length > 0)
                _fields.Add(new(line, key, value));
            else if (i == found.Count - 1)
                return key;
        }

        return null;
    }

    /// <summary>A field begins the line, comes after another or after a mark between them, or is written with an equals sign.</summary>
    private static List<Match> Found(string text)
    {
        var found = new List<Match>();
        foreach (Match match in FieldNames.InText.Matches(text))
        {
            if (found.Count > 0 || match.Groups["sep"].ValueSpan is "=" || IsStart(text.AsSpan(0, match.Index)))
                found.Add(match);
        }

        return found;
    }

    private static bool IsStart(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        if (before.Length > 0 && ",，;；|、。{(（".Contains(before[^1], StringComparison.Ordinal))
            return true;
        foreach (var letter in before)
        {
            if (char.IsLetterOrDigit(letter))
                return false;
        }

        return true;
    }

    private bool AddPairs(int line, string text)
    {
        var before = _fields.Count;
        _fields.AddRange(LabelPairs.Of(text).Select(pair => new Field(line, pair.Name, pair.Value)));
        return _fields.Count > before;
    }

    private int LabelsBelow(int line)
    {
        while (line + 1 < lines.Count && LabelLine().Match(lines[line + 1]) is { Success: true } pair)
        {
            var name = pair.Groups["name"].Value;
            if (FieldNames.Meaning(name) is { } meaning && !FieldKey.IsLabel(meaning) && meaning != FieldKey.Changing)
                break;
            _fields.Add(new(++line, name, Trimmed(pair.Groups["value"].Value)));
        }

        return line;
    }

    private static string Trimmed(string value) => value.Trim(' ', '\t', ',', '，', ';', '；', '|', '、', '"', '\'', '{', '}', '(', '（');

    [GeneratedRegex(@"^[\s\-*•·]{0,9}(?<name>[A-Za-z_][\w.]{0,80})\s?[=:：]\s?(?<value>\S.*)$")]
    private static partial Regex LabelLine();
}
