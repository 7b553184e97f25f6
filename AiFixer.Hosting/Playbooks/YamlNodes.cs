using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AiFixer.Hosting.Playbooks;

/// <summary>
/// Reads YAML, of which JSON is a part, with the line of everything. References, which could make a small file endless, and
/// types of a file's own choosing are refused.
/// </summary>
public static class YamlNodes
{
    private const int MostLetters = 64 * 1024;
    private const int Deepest = 16;

    /// <returns>Null when it cannot be read; the problems say why.</returns>
    public static SourceNode? Read(string text, List<PlaybookProblem> problems)
    {
        if (text.Length > MostLetters)
        {
            problems.Add(new("", 0, $"may have {MostLetters} characters"));
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            return Document(parser);
        }
        catch (RefusedException e)
        {
            problems.Add(new("", e.Line, e.Message));
        }
        catch (YamlException e)
        {
            problems.Add(new("", (int)e.Start.Line, $"is not YAML: {(e.InnerException ?? e).Message}"));
        }
        catch (Exception)
        {
            // Of some broken texts the parser says nothing better.
            problems.Add(new("", (int)(parser.Current?.Start.Line ?? 0), "is not YAML from here on"));
        }

        return null;
    }

    private static SourceNode Document(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            throw new RefusedException(1, "is empty");
        parser.Consume<DocumentStart>();
        var root = Node(parser, 0);
        parser.Consume<DocumentEnd>();
        return parser.Accept<StreamEnd>(out var end) ? root : throw new RefusedException((int)(parser.Current?.Start.Line ?? end?.Start.Line ?? 0), "has a second document");
    }

    private static SourceNode Node(Parser parser, int depth)
    {
        var current = parser.Current!;
        var line = (int)current.Start.Line;
        if (current is AnchorAlias alias)
            throw new RefusedException(line, $"refers to something by a name (*{alias.Value}): references are not read, since they can go round in a circle");
        if (current is NodeEvent { Anchor.IsEmpty: false } named)
            throw new RefusedException(line, $"names something for references (&{named.Anchor.Value}): they are not read, since they can go round in a circle");
        if (current is NodeEvent { Tag.IsEmpty: false } tagged && tagged.Tag.Value != "!")
            throw new RefusedException(line, "names a type: types are not read");
        if (depth > Deepest)
            throw new RefusedException(line, "is nested too deeply");
        return current switch
        {
            MappingStart => Map(parser, line, depth),
            SequenceStart => List(parser, line, depth),
            _ => Text(parser, line),
        };
    }

    private static SourceNode.Text Text(Parser parser, int line)
    {
        var scalar = parser.Consume<Scalar>();
        return new(line, scalar.Value, scalar.Style is not ScalarStyle.Plain);
    }

    private static SourceNode.List List(Parser parser, int line, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = new List<SourceNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(parser, depth + 1));
        return new(line, items);
    }

    private static SourceNode.Map Map(Parser parser, int line, int depth)
    {
        parser.Consume<MappingStart>();
        var fields = new List<SourceField>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(parser, depth + 1) is not SourceNode.Text name)
                throw new RefusedException(line, "has a field whose name is not text");
            if (fields.Exists(field => field.Name == name.Value))
                throw new RefusedException(name.Line, $"has the field {name.Value} twice");
            fields.Add(new(name.Value, name.Line, Node(parser, depth + 1)));
        }

        return new(line, fields);
    }

    private sealed class RefusedException(int line, string problem) : Exception(problem)
    {
        public int Line => line;
    }
}
