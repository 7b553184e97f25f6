using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Reads a unified diff, abbreviated ones without file headers too. Comments, imports and blank lines change nothing and are left out.</summary>
internal static class DiffReader
{
    /// <summary>A person reads no more of a change either before judging it.</summary>
    private const int MostLines = 400;
    private const int LongestLine = 500;

    public static ImmutableArray<Hunk> Read(string diff)
    {
        var hunks = ImmutableArray.CreateBuilder<Hunk>();
        var (head, lines) = ("", new List<string>());
        foreach (var line in diff.Split('\n').Take(MostLines).Select(line => line.Length > LongestLine ? line[..LongestLine] : line))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal) || line.StartsWith("diff --git", StringComparison.Ordinal))
            {
                Close();
                head = line;
            }
            else if (!line.StartsWith("+++", StringComparison.Ordinal) && !line.StartsWith("---", StringComparison.Ordinal))
            {
                lines.Add(line.TrimEnd('\r'));
            }
        }

        Close();
        return hunks.ToImmutable();

        void Close()
        {
            if (lines.Count > 0)
                hunks.Add(Of(head, lines));
            lines.Clear();
        }
    }

    private static Hunk Of(string head, List<string> lines)
    {
        var (removed, added) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        var (before, after) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<(string, bool)>());
        foreach (var line in lines)
        {
            var (sign, text) = line is ['+' or '-', ..] ? (line[0], line[1..]) : (' ', line is [' ', ..] ? line[1..] : line);
            if (!SourceText.Matters(text))
                continue;
            if (sign == '-')
                removed.Add(text);
            else
                after.Add((text, sign == '+'));
            if (sign == '+')
                added.Add(text);
            else
                before.Add(text);
        }

        return new(head, removed.ToImmutable(), added.ToImmutable(), before.ToImmutable(), after.ToImmutable());
    }
}
