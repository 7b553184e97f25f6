namespace AiFixer.Plugins.Kubernetes;

/// <summary>The last lines of a log, within bounds for a line and for all.</summary>
internal static class LogTail
{
    public const int MaxLine = 2000;
    public const int MaxAll = 120_000;

    public static (IReadOnlyList<string> Lines, bool Cut) Of(string text, int count)
    {
        var (kept, size, cut) = (new List<string>(), 0, false);
        var lines = text.Split('\n');
        var last = lines.Length - (lines[^1].Length == 0 ? 2 : 1);
        for (var i = last; i >= 0 && kept.Count < count; i--)
        {
            var line = lines[i].TrimEnd('\r');
            line = line.Length <= MaxLine ? line : $"{line[..MaxLine]}…";
            size += line.Length;
            if (size > MaxAll)
            {
                cut = true;
                break;
            }

            kept.Add(line);
        }

        kept.Reverse();
        return (kept, cut);
    }
}
