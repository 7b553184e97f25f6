using System.Text;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What changed between two texts, in the unified form: a few unchanged lines around each change.</summary>
internal static class LineDiff
{
    private const int Around = 3;
    private const int MostCells = 4_000_000;

    public static string Of(string title, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var lines = Lines(before, after);
        var shown = new bool[lines.Count];
        foreach (var (index, line) in lines.Index())
            if (line.Mark != ' ')
                Array.Fill(shown, true, Math.Max(0, index - Around), Math.Min(lines.Count, index + Around + 1) - Math.Max(0, index - Around));
        var text = new StringBuilder($"--- {title} (now)\n+++ {title} (after)\n");
        foreach (var (index, line) in lines.Index())
        {
            if (shown[index])
                text.Append(line.Mark).Append(line.Text).Append('\n');
            else if (index > 0 && shown[index - 1] && shown.AsSpan(index).Contains(true))
                text.Append("@@\n");
        }

        return OutsideText.Visible(text.ToString());
    }

    private static List<(char Mark, string Text)> Lines(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var head = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head])
            head++;
        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;
        return
        [
            .. before.Take(head).Select(l => (' ', l)),
            .. Middle([.. before.Skip(head).SkipLast(tail)], [.. after.Skip(head).SkipLast(tail)]),
            .. before.TakeLast(tail).Select(l => (' ', l)),
        ];
    }

    /// <summary>By the longest common subsequence, unless that would be too much work.</summary>
    private static List<(char Mark, string Text)> Middle(string[] before, string[] after)
    {
        if ((long)before.Length * after.Length > MostCells)
            return [.. before.Select(l => ('-', l)), .. after.Select(l => ('+', l))];
        var common = CommonLengths(before, after);
        var lines = new List<(char, string)>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                lines.Add((' ', before[i++]));
                j++;
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(('-', before[i++]));
            }
            else
            {
                lines.Add(('+', after[j++]));
            }
        }

        return lines;
    }

    private static int[,] CommonLengths(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
