using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Settings that are said no more: what then holds is a default that nobody reads in the change.</summary>
internal static class DefaultMechanisms
{
    private const double Strength = 0.85;

    public static IEnumerable<Mechanism> All =>
    [
        Default("time", "time_?out|visibility|lease|deadline|retention|interval|\\bttl\\b|expir|delay|period|grace|rtt|_seconds|_ms\\b",
            (Topic.Timeout, 1), (Topic.Duplicates, 0.9), (Topic.Backlog, 0.8), (Topic.CacheMiss, 0.6), (Topic.Missing, 0.5), (Topic.Errors, 0.5), (Topic.Denied, 0.4), (Topic.Network, 0.5), (Topic.WrongResult, 0.6)),
        Default("choice", "policy|evict|strategy|mode|algorithm|preference|affinity|fallback|isolation",
            (Topic.Memory, 0.9), (Topic.Disk, 0.7), (Topic.CacheMiss, 0.7), (Topic.Errors, 0.6), (Topic.Refused, 0.6), (Topic.Denied, 0.6), (Topic.WrongResult, 0.6), (Topic.Uneven, 0.6), (Topic.Locks, 0.5)),
        Default("size", "memory|heap|cpu|storage|max|limit|size|capacity|concurren|pool|workers|threads|replicas|connections|buffer|iops|throughput",
            (Topic.Memory, 0.9), (Topic.Pool, 1), (Topic.Overload, 0.9), (Topic.Throttled, 0.9), (Topic.Backlog, 0.8), (Topic.Cpu, 0.7), (Topic.Disk, 0.7), (Topic.Slow, 0.6), (Topic.BadData, 0.4), (Topic.Replicas, 0.8)),
        Default("way of talking", "host|url|endpoint|proxy|header|protocol|version|tls|cipher|compress|encoding|charset|locale|zone|region|format|scheme",
            (Topic.Refused, 0.8), (Topic.Unresolved, 0.9), (Topic.Network, 0.7), (Topic.Mismatch, 0.8), (Topic.BadData, 0.8), (Topic.Certificate, 0.8), (Topic.WrongResult, 0.7), (Topic.Missing, 0.6), (Topic.Denied, 0.5)),
        new("an option that was lost on the way", Mechanism.To((Topic.BadData, 0.95), (Topic.Mismatch, 0.95), (Topic.Crash, 0.7), (Topic.Missing, 0.7), (Topic.WrongResult, 0.7), (Topic.Denied, 0.6), (Topic.Timeout, 0.6), (Topic.Errors, 0.6)), Lost),
        new("another choice of how", Mechanism.To((Topic.Memory, 0.9), (Topic.Disk, 0.7), (Topic.CacheMiss, 0.7), (Topic.Errors, 0.6), (Topic.Refused, 0.6), (Topic.WrongResult, 0.7), (Topic.Uneven, 0.7), (Topic.Locks, 0.7), (Topic.Backlog, 0.6), (Topic.Missing, 0.5)),
            c => LimitMechanisms.Setting(c, s => !s.IsNumber && s.To.Length > 1 && !Text.Has(s.Key, "pull_?policy|restart_?policy|dns_?policy|privacy|_url$") && Text.Has(s.Key, @"policy|evict|strategy|mode\b|algorithm|isolation|fallback|consistency|\backs\b|durability|fsync|sync_commit|preference"), s => $"changes {s.Key} from {s.From} to {s.To}", 0.9)) { Waits = Occasion.Load },
    ];

    /// <summary>An option among others on one builder: the others went on to another place, and this one did not.</summary>
    private static (double, string)? Lost(ReadChange c)
    {
        const string option = @"^\s*\.(enable|disable|with\w*|set\w+|configure\w*|register\w*|add\w+|use\w+|allow\w*|option\w*|max\w+|min\w+|retry\w*|header\w*|encoding|charset|ignore\w*|include\w*|exclude\w*|strict\w*|require\w*|on\w+)\([^;]*\)[;,]?\s*$";
        var gone = c.Delta.LinesRemoved.FirstOrDefault(l => Text.Has(l, option) && !c.Added.Contains(l.Trim().TrimEnd(';', ','), StringComparison.Ordinal));
        if (gone is null || SourceText.Calls(gone).Intersect(c.Delta.LinesAdded.SelectMany(SourceText.Calls)).Any() || Given(gone) is { Length: > 2 } given && c.Added.Contains(given, StringComparison.Ordinal))
            return null;
        var plain = Text.Has(gone, @"^\s*\.(enable|disable|configure|register|encoding|charset|strict|require|ignore)");
        return ((plain ? 0.95 : 0.6) * (c.Delta.Hides || c.Delta.Extracts ? 0.25 : 1), $"no longer sets an option: {LimitMechanisms.Quote(gone)}");
    }

    /// <summary>What stands between the parentheses: the same under another name is the same option.</summary>
    private static string Given(string line) => line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd().TrimEnd(';', ',').TrimEnd(')');

    private static Mechanism Default(string what, string words, params (Topic, double)[] leads) => new(
        $"a {what} that falls back to its default", Mechanism.To(leads),
        c => c.IsConfiguration && !c.IsDependencies && Gone(c, words) is { } line ? (Strength, $"no longer sets {LimitMechanisms.Quote(line)}") : null);

    /// <summary>A line that set something, and nothing sets it now.</summary>
    private static string? Gone(ReadChange c, string words) => c.Delta.LinesRemoved.FirstOrDefault(line =>
        Name(line) is { } name && Text.Has(name, words) && !c.Added.Contains(name, StringComparison.Ordinal) && !c.Delta.Around.Contains(name, StringComparison.Ordinal));

    private static string? Name(string line)
    {
        // A list of parameters names each in a line of its own.
        var listed = System.Text.RegularExpressions.Regex.Match(line, @"^\s*(?:- )?name\s*[:=]\s*""?([\w.-]+)""?,?\s*$", System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        if (listed.Success)
            return listed.Groups[1].Value;
        var match = System.Text.RegularExpressions.Regex.Match(line, @"^\s*-?\s*""?([\w.-]+)""?\s*([:=]|\s+\S+;?\s*$)", System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return match.Success && match.Groups[1].Value.Length > 2 ? match.Groups[1].Value : null;
    }
}
