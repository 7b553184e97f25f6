using AiFixer.Core;

namespace AiFixer.Lark.Talk.Commands;

/// <summary>Reads what people type after a slash. Letters' case, more spaces and the order of the incident do not matter.</summary>
internal static class CommandReader
{
    private const int MostWords = 60;
    private const int FarthestTypo = 2;
    private static readonly char[] Spaces = [' ', '\t', '\n', '\r', '\u00A0', '\u3000'];

    /// <summary>Null when it is no command.</summary>
    public static LarkCommand? Read(string text)
    {
        var words = text.Trim().Split(Spaces, MostWords, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0 || words[0].Length < 2 || words[0][0] is not ('/' or '\uFF0F'))
            return null;
        var name = words[0][1..].ToLowerInvariant();
        if (!Names.TryGetValue(name, out var kind))
            return new LarkCommand.Unknown("/" + name, Nearest(name));
        var (incident, rest) = Incident(words[1..]);
        return new LarkCommand.Known(kind, incident, rest);
    }

    public static string NameOf(CommandKind kind) => "/" + kind.ToString().ToLowerInvariant();

    private static Dictionary<string, CommandKind> Names { get; } =
        Enum.GetValues<CommandKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Only with its prefix: any other word of so many letters is a word.</summary>
    private static (IncidentId?, IReadOnlyList<string>) Incident(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].StartsWith("INC-", StringComparison.OrdinalIgnoreCase) && IncidentId.TryParse(words[i], out var id))
                return (id, [.. words[..i], .. words[(i + 1)..]]);
        }

        return (null, words);
    }

    private static string? Nearest(string name)
    {
        var (nearest, far) = Names.Keys.Select(known => (known, Distance(name, known))).MinBy(pair => pair.Item2);
        if (far <= FarthestTypo && far < name.Length)
            return "/" + nearest;
        return Names.Keys.FirstOrDefault(known => known.StartsWith(name, StringComparison.Ordinal)) is { } begun ? "/" + begun : null;
    }

    /// <summary>How many letters have to be put in, taken out or changed.</summary>
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > FarthestTypo)
            return int.MaxValue;
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j - 1], row[j]) + 1);
            }
        }

        return row[^1];
    }
}
