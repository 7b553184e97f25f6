using System.Collections.Immutable;
using System.Globalization;
using AiFixer.Core.Alerts;
using AiFixer.Core.Classes;

namespace AiFixer.Core.Playbooks.Reading;

/// <summary>Reads the fields of a map, each once, and notes everything that is wrong with them.</summary>
internal sealed class SourceFields
{
    private readonly Dictionary<string, SourceField> rest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly List<string> known = [];
    private readonly string at;
    private readonly List<PlaybookProblem> problems;
    private readonly int line;

    /// <param name="at">What stands before a field's name in a problem, such as <c>action.</c>.</param>
    public SourceFields(SourceNode? node, string at, List<PlaybookProblem> problems)
    {
        (this.at, this.problems, line) = (at, problems, node?.Line ?? 0);
        if (node is SourceNode.Map map)
        {
            foreach (var field in map.Fields)
                rest[field.Name] = field;
        }
        else if (node is not null)
        {
            problems.Add(new(at.TrimEnd('.'), node.Line, "must have named fields"));
        }
    }

    /// <summary>Where a field is that was read, or the map when it is not there.</summary>
    public int Line(string name) => lines.GetValueOrDefault(name, line);

    public void Wrong(string name, int where, string problem) => problems.Add(new(at + name, where, problem));

    public void Wrong(string name, string problem) => Wrong(name, Line(name), problem);

    public SourceNode? Node(string name, bool required = false)
    {
        known.Add(name);
        if (rest.Remove(name, out var field))
        {
            lines[name] = field.Line;
            return field.Value;
        }

        if (required)
            Wrong(name, "is missing");
        return null;
    }

    public string? Text(string name, int longest, bool required = false)
    {
        switch (Node(name, required))
        {
            case null:
                return null;
            case SourceNode.Text { Value: var text }:
                var clean = TextCleaner.Lines(text, int.MaxValue);
                if (clean.Length > longest)
                    Wrong(name, string.Create(CultureInfo.InvariantCulture, $"may have {longest} characters"));
                else if (required && string.IsNullOrWhiteSpace(clean))
                    Wrong(name, "is missing");
                return clean.Trim();
            default:
                Wrong(name, "must be text");
                return null;
        }
    }

    public ErrorClass? Class(string name)
    {
        if (Text(name, 100, required: true) is not { Length: > 0 } text)
            return null;
        var error = ErrorClassNames.Parse(text);
        if (error is null)
            Wrong(name, $"must be one of {ErrorClassNames.All}");
        return error;
    }

    /// <returns>Null when it is not there or wrong.</returns>
    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Text(name, 100) is not { } text)
            return null;
        var names = Enum.GetNames<T>();
        // Of .NET's own reading numbers and several names at once are a value too.
        if (Array.Find(names, one => one.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } named)
            return Enum.Parse<T>(named);
        Wrong(name, $"must be one of {string.Join(", ", names.Select(one => one is ['P', _] ? one : one.ToLowerInvariant()))}");
        return null;
    }

    public int Number(string name, int otherwise, int least, int most, bool required = false)
    {
        if (Node(name, required) is not { } node)
            return otherwise;
        if (node is SourceNode.Text text && int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        Wrong(name, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"));
        return otherwise;
    }

    public bool Flag(string name, bool otherwise)
    {
        switch (Node(name))
        {
            case null:
                return otherwise;
            case SourceNode.Text { Value: "true", IsQuoted: false }:
                return true;
            case SourceNode.Text { Value: "false", IsQuoted: false }:
                return false;
            default:
                Wrong(name, "must be true or false");
                return otherwise;
        }
    }

    public IReadOnlyList<SourceNode> Items(string name, bool required = false)
    {
        switch (Node(name, required))
        {
            case null:
                return [];
            case SourceNode.List { Items: var items }:
                if (items.Count == 0 && required)
                    Wrong(name, "must have at least one entry");
                return items;
            default:
                Wrong(name, "must be a list");
                return [];
        }
    }

    public ImmutableArray<string> Words(string name, int most, int longest)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var items = Items(name);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is SourceNode.Text { Value: { Length: > 0 } word } && word.Length <= longest)
                words.Add(word);
            else
                Wrong($"{name}[{i}]", items[i].Line, string.Create(CultureInfo.InvariantCulture, $"must be text of 1 to {longest} characters"));
        }

        if (words.Count > most)
            Wrong(name, string.Create(CultureInfo.InvariantCulture, $"may have {most} entries"));
        return words.ToImmutable();
    }

    /// <summary>What nobody asked for is a mistake in its name.</summary>
    public void RefuseOthers()
    {
        foreach (var field in rest.Values)
            problems.Add(new(at + TextCleaner.Line(field.Name, 100), field.Line, $"is not known here; there are {string.Join(", ", known)}"));
    }
}
