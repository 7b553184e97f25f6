namespace AiFixer.Core.Analysis.Logs;

/// <summary>
/// Makes one of templates that differ in one word, when there are so many of them that the word must be a value. Two or three are left
/// apart: "payment succeeded" and "payment failed" are not the same.
/// </summary>
internal static class TemplateMerge
{
    private const string Any = "<*>";
    private const int Many = 5;
    private const int Rounds = 3;
    private const int MostWords = 80;

    public static string[] Of(string[] templates)
    {
        var words = Array.ConvertAll(templates, template => template.Split(' '));
        for (var round = 0; round < Rounds && Round(words); round++)
        {
        }

        return Array.ConvertAll(words, line => string.Join(' ', line));
    }

    private static bool Round(string[][] words)
    {
        var groups = new Dictionary<(int, int, long), HashSet<string>>();
        var hashes = Array.ConvertAll(words, Hash);
        for (var i = 0; i < words.Length; i++)
        {
            for (var at = 0; at < Math.Min(words[i].Length, MostWords); at++)
                Values(groups, Key(words[i], hashes[i], at)).Add(words[i][at]);
        }

        var changed = false;
        for (var i = 0; i < words.Length; i++)
        {
            var best = Enumerable.Range(0, Math.Min(words[i].Length, MostWords)).MaxBy(at => groups[Key(words[i], hashes[i], at)].Count);
            if (words[i][best] == Any || groups[Key(words[i], hashes[i], best)].Count < Many)
                continue;
            words[i] = [.. words[i][..best], Any, .. words[i][(best + 1)..]];
            changed = true;
        }

        return changed;
    }

    private static HashSet<string> Values(Dictionary<(int, int, long), HashSet<string>> groups, (int, int, long) key)
    {
        if (!groups.TryGetValue(key, out var values))
            groups.Add(key, values = new(StringComparer.Ordinal));
        return values;
    }

    /// <summary>A line without one of its words.</summary>
    private static (int, int, long) Key(string[] line, long hash, int at) => (line.Length, at, hash - Share(line[at], at));

    private static long Hash(string[] line)
    {
        var hash = 0L;
        for (var at = 0; at < line.Length; at++)
            hash += Share(line[at], at);
        return hash;
    }

    private static long Share(string word, int at)
    {
        var hash = 1469598103934665603UL + (ulong)at;
        foreach (var letter in word)
            hash = (hash ^ letter) * 1099511628211UL;
        return (long)(hash * 0x9E3779B97F4A7C15UL);
    }
}
