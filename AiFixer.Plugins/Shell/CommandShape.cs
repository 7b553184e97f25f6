using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Shell;

/// <summary>
/// How a command may look, written as usage is: <c>journalctl --no-pager [-u {unit}] [-n {number:1-2000}]</c>. Words stand for
/// themselves, <c>{type}</c> for a value, <c>[…]</c> for what may be left out; neighbouring ones may come in any order, each once.
/// </summary>
internal sealed partial record CommandShape(string Text, string Program, IReadOnlyList<ShapePart> Parts)
{
    public static ParsedShape Parse(string text)
    {
        if (text.Length > 1000 || !Tokens().IsMatch(text))
            return ParsedShape.Wrong("cannot be read: words, {type} and [ … ], with spaces between");
        var tokens = text.Replace("[", " [ ", StringComparison.Ordinal).Replace("]", " ] ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (tokens is [] || !ProgramName().IsMatch(tokens[0]))
            return ParsedShape.Wrong("must begin with a program");
        var (parts, error) = ShapeReader.Read(tokens[1..]);
        return error is null ? new(new(text, tokens[0], parts), null) : ParsedShape.Wrong(error);
    }

    /// <summary>The arguments as they may be passed on, paths resolved; null when they do not have this shape.</summary>
    public IReadOnlyList<string>? Match(IReadOnlyList<string> arguments, ValueTypes types) =>
        ShapeMatcher.Match(Parts, arguments, types).FirstOrDefault(m => m.Next == arguments.Count)?.Resolved;

    [GeneratedRegex(@"^[^\p{C}\[\]]*(\[[^\p{C}\[\]]+\][^\p{C}\[\]]*)*\z")]
    private static partial Regex Tokens();

    [GeneratedRegex(@"^(/[A-Za-z0-9._/+-]+|[A-Za-z0-9][A-Za-z0-9._+-]*)\z")]
    private static partial Regex ProgramName();
}
