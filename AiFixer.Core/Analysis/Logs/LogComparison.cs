using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Logs;

/// <summary>What is written since something began that was not written before, and what is not written any more.</summary>
public static class LogComparison
{
    private const double Surprising = 0.01;
    private const double LeastFactor = 2;

    /// <summary>
    /// Compares lines from <paramref name="from"/> to <paramref name="began"/> with those from there to <paramref name="until"/>; the windows
    /// may be of different length. A kind of line that is new is always named, with how little that may mean when it came but once.
    /// </summary>
    /// <returns>What sounds bad first, then the most surprising.</returns>
    public static ImmutableList<LogChange> Of(IEnumerable<LogLine> lines, DateTimeOffset from, DateTimeOffset began, DateTimeOffset until)
    {
        if (from >= began || began >= until)
            return [];
        var share = (until - began) / (until - from);
        var all = lines.Where(line => line.Time >= from && line.Time < until).OrderBy(line => line.Time).ToList();
        var mined = MinedLogs.Of([.. all.Select(line => line.Text)]);
        return
        [
            .. Enumerable.Range(0, all.Count)
                .GroupBy(i => mined.OfLine[i], i => all[i])
                .Select(kind => Judge(mined.Templates[kind.Key], [.. kind], began, share))
                .OfType<LogChange>()
                .OrderByDescending(change => change.SoundsBad)
                .ThenBy(change => change.Chance)
                .ThenBy(change => change.FirstSeen)
                .ThenBy(change => change.Template, StringComparer.Ordinal),
        ];
    }

    private static LogChange? Judge(string template, List<LogLine> lines, DateTimeOffset began, double share)
    {
        var before = lines.FindIndex(line => line.Time >= began) is >= 0 and var at ? at : lines.Count;
        var during = lines.Count - before;
        var first = during > 0 ? lines[before] : lines[^1];
        var risen = AtLeast(during, lines.Count, share);
        var fallen = AtLeast(before, lines.Count, 1 - share);
        var factor = during * (1 - share) / Math.Max(1e-9, before * share);
        LogChangeKind? kind = (before, during) switch
        {
            (0, _) => LogChangeKind.New,
            (_, 0) when fallen < Surprising => LogChangeKind.Vanished,
            _ when risen < Surprising && factor >= LeastFactor => LogChangeKind.Risen,
            _ when fallen < Surprising && factor <= 1 / LeastFactor => LogChangeKind.Fallen,
            _ => null,
        };
        var chance = kind is LogChangeKind.New or LogChangeKind.Risen ? risen : fallen;
        return kind is { } changed ? new(changed, template, before, during, chance, first.Time, first.Text, LogTone.SoundsBad(first.Text)) : null;
    }

    /// <summary>How probable it is that at least so many of all fall into a window of this share.</summary>
    private static double AtLeast(int count, int all, double share) =>
        count == 0 ? 1 : count > all ? 0 : BetaFunction.Regularized(share, count, all - count + 1);
}
