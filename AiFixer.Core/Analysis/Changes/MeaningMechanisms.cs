using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes of what the code means: checks, names, formats, conditions.</summary>
internal static class MeaningMechanisms
{
    public static IEnumerable<Mechanism> All =>
    [
        new("a check that is gone", Mechanism.To((Topic.Crash, 1), (Topic.BadData, 0.8), (Topic.Errors, 0.6), (Topic.WrongResult, 0.7), (Topic.Duplicates, 0.7), (Topic.Memory, 0.4), (Topic.Denied, 0.4)),
            c => c.Delta.GuardsRemoved.IsEmpty ? null : (c.Delta.Extracts ? 0.25 : 1, $"takes a check away: {LimitMechanisms.Quote(c.Delta.GuardsRemoved[0])}")),
        new("something that is no longer set up", Mechanism.To((Topic.Missing, 1), (Topic.Crash, 0.8), (Topic.Startup, 0.8), (Topic.Errors, 0.6), (Topic.Denied, 0.5), (Topic.Mismatch, 0.6)), SetUpGone),
        new("a name that changed on one side", Mechanism.To((Topic.Mismatch, 1), (Topic.Missing, 1), (Topic.BadData, 0.85), (Topic.NoTable, 0.9), (Topic.Crash, 0.6), (Topic.Errors, 0.6), (Topic.Denied, 0.5), (Topic.WrongResult, 0.5), (Topic.Backlog, 0.5)), Renamed),
        new("a query of what may not be there yet", Mechanism.To((Topic.NoTable, 1), (Topic.Missing, 0.7), (Topic.Mismatch, 0.6)), NewTable),
        new("a migration", Mechanism.To((Topic.Locks, 0.95), (Topic.NoTable, 0.9), (Topic.Mismatch, 0.9), (Topic.DatabaseLoad, 0.7), (Topic.Startup, 0.7), (Topic.BadData, 0.6), (Topic.Timeout, 0.4)),
            c => c.Kinds.Contains(FileKind.Migration) && Text.Has(c.Added, @"alter table|drop (table|column)|add column|rename|not null|create (unique )?index|add constraint|truncate|update \w+ set") ? (IsGentle(c) ? 0.3 : 0.9, "changes the tables") : null),
        new("a function that wants something else", Mechanism.To((Topic.Crash, 1), (Topic.Mismatch, 0.9), (Topic.Errors, 0.7), (Topic.BadData, 0.5), (Topic.Missing, 0.5), (Topic.Backlog, 0.5)), Signature),
        new("another format", Mechanism.To((Topic.BadData, 1), (Topic.Mismatch, 1), (Topic.Crash, 0.6), (Topic.WrongResult, 0.7), (Topic.Backlog, 0.6), (Topic.Errors, 0.5)), Format),
        new("a condition turned or tightened", Mechanism.To((Topic.Errors, 0.7), (Topic.BadData, 0.85), (Topic.Denied, 0.8), (Topic.WrongResult, 0.9), (Topic.Missing, 0.6), (Topic.Crash, 0.5), (Topic.Duplicates, 0.6)), Condition),
        new("other units or times", Mechanism.To((Topic.WrongResult, 1), (Topic.BadData, 0.7), (Topic.Timeout, 0.5), (Topic.Denied, 0.5)), Units),
        new("a time zone that is left out", Mechanism.To((Topic.WrongResult, 1), (Topic.Missing, 0.7), (Topic.BadData, 0.7), (Topic.Errors, 0.6), (Topic.Duplicates, 0.7), (Topic.Denied, 0.5), (Topic.Backlog, 0.5)),
            c => Text.Has(c.Added, Zones) || !Text.Has(c.Added, Times) ? null : c.Delta.LinesRemoved.FirstOrDefault(l => Text.Has(l, Zones)) is { } line ? (0.95, $"no longer asks which time zone a clock time is of: {LimitMechanisms.Quote(line)}") : null),
        new("another unit of time", Mechanism.To((Topic.Timeout, 1), (Topic.Errors, 0.5), (Topic.CacheMiss, 0.8), (Topic.Duplicates, 0.85), (Topic.Locks, 0.7), (Topic.Denied, 0.6), (Topic.Retries, 0.6), (Topic.WrongResult, 0.85), (Topic.Missing, 0.85), (Topic.BadData, 0.95)),
            c => (TimeUnits(c) ?? EpochUnits(c)) is { } units ? (0.95, $"counts a time in {units.To} that was counted in {units.From}") : null),
        new("an error that is swallowed or not handled", Mechanism.To((Topic.WrongResult, 0.7), (Topic.Crash, 0.8), (Topic.Errors, 0.6), (Topic.Duplicates, 0.5), (Topic.Backlog, 0.6)),
            c => c.Delta.LinesAdded.Any(l => Text.Has(l, @"\b_ = |,\s*_\s*:?=|except:\s*(pass)?|catch\s*\([^)]*\)\s*\{\s*\}|unwrap\(\)|\.get\(\)|!!|as any|force")) && c.Delta.LinesRemoved.Any(l => Text.Has(l, @"\berr\b|except|catch|Result|Optional|\?"))
                ? (c.Delta.Extracts ? 0.3 : 0.75, "no longer handles a failure") : null) { Waits = Occasion.Failure },
        new("the same steps in another order", Mechanism.To((Topic.Locks, 1), (Topic.Duplicates, 0.85), (Topic.WrongResult, 0.8), (Topic.Missing, 0.65), (Topic.BadData, 0.6), (Topic.Denied, 0.5), (Topic.Startup, 0.5), (Topic.Crash, 0.5)),
            c => c.Delta.Swapped is { } swap && !c.IsConfiguration && !c.IsLooks ? (1, $"does {LimitMechanisms.Quote(swap.First)} before {LimitMechanisms.Quote(swap.Second)}, which was the other way round") : null) { Waits = Occasion.Load },
        new("an order of things that changed", Mechanism.To((Topic.Backlog, 0.8), (Topic.Duplicates, 0.9), (Topic.WrongResult, 0.7), (Topic.BadData, 0.5)),
            c => LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"\b(ack|nack|commit|commit_?offset|auto_?commit|checkpoint|visibility)\w*", c.Added, "no longer acknowledges what it read", 0.9)
                ?? (Text.Has(c.Added, @"\b(ack|commit_?offset|auto\.?_?commit|async|go func|Task\.Run|setTimeout|executor)\b") && !Text.Has(c.Removed, @"async|go func|Task\.Run|executor") ? (0.55, "does in another order, or beside each other, what was done one after the other") : null)),
    ];

    private const string Times = @"\butc|TimeSpan\.Zero|\bnow\(|\bInstant\b|date_?time|\bnew Date\b|LocalDate|LocalTime|\btime\.(Date|Now|Parse|Unix)|\btimestamp|\.combine\(|strptime|\bclock\b";
    private const string Zones = @"GetUtcOffset|ConvertTime|TimeZoneInfo|\bZoneId\b|withZone|atZone\(|astimezone|(tz|zone|timezone\([^)]*\))\.localize\(|ZoneInfo\(|pytz|tzinfo|LoadLocation|\.In\(\s*\w*(loc|zone|tz)\w*\s*\)|in_time_zone|AT TIME ZONE|DateTimeZone|\.tz\(|toZonedTime|chrono_tz";

    /// <summary>Nothing but an index that is made while everybody works on.</summary>
    private static bool IsGentle(ReadChange c) =>
        Text.Has(c.Added, @"create\s+(unique\s+)?index\s+concurrently") && !Text.Has(c.Added, @"alter table|drop (table|column)|add column|rename|not null\b(?<!is not null)|add constraint|truncate|update \w+ set|create\s+(unique\s+)?index\s+(?!concurrently)|drop index|reindex|lock table|\bcluster\b");

    /// <summary>A call as a statement of its own that sets something up went, and no other came for it.</summary>
    private static (double, string)? SetUpGone(ReadChange c)
    {
        var gone = c.Delta.LinesRemoved.FirstOrDefault(line => Text.Has(line, @"^\s*(await\s+)?[\w.]+\(.*\);?\s*$") && SourceText.Calls(line).Any(c.Delta.CallsRemoved.Contains) && !Text.Has(line, @"^\s*(return|fmt\.|log|print|console|assert|t\.)"));
        if (gone is not null && c.Delta.CallsAdded.Count == 0)
            return (Text.Has(gone, "regist|init|load|seed|setup|set_?up|start|subscribe|bind|mount|use|add|configure|migrate|enable|warm|attach|install|wire") ? 1 : 0.8, $"no longer calls {LimitMechanisms.Quote(gone)}");
        var entry = c.Delta.LinesAdded.IsEmpty ? c.Delta.LinesRemoved.FirstOrDefault(line => Text.Has(line, @"^\s*-?\s*[\w.""'/-]+\s*[:=]|^\s*-\s+\S+|=>")) : null;
        return entry is null ? null : (0.8, $"takes {LimitMechanisms.Quote(entry)} away");
    }

    private static (double, string)? Renamed(ReadChange c)
    {
        var named = c.Delta.Settings.FirstOrDefault(s => !s.IsNumber && s.From.Length > 1 && s.To.Length > 1 && Text.Has(s.From, @"^[\w.:/-]+$") && Text.Has(s.To, @"^[\w.:/-]+$")
            && !IsVersion(s.From) && !OnlyDigits(s.From, s.To) && !Text.Has(s.From, "^(true|false|on|off|info|debug|warn|error|trace)$") && !FileLooks(c) && !(Quotes(c.Added, s.From) && Quotes(c.Removed, s.To)));
        if (named is not null)
            return (0.9, $"replaces {LimitMechanisms.Quote(named.From)} by {LimitMechanisms.Quote(named.To)}");
        var (gone, came) = (c.Delta.TextsRemoved.FirstOrDefault(IsName), c.Delta.TextsAdded.FirstOrDefault(IsName));
        return gone is not null && came is not null && !OnlyDigits(gone, came) && !FileLooks(c) ? (c.Delta.Extracts ? 0.4 : 0.8, $"replaces {LimitMechanisms.Quote(gone)} by {LimitMechanisms.Quote(came)}") : null;
    }

    /// <summary>What is still said, and what was said before, did not take one another's place.</summary>
    private static bool Quotes(string text, string name) => text.Contains($"\"{name}\"", StringComparison.Ordinal) || text.Contains($"'{name}'", StringComparison.Ordinal);

    /// <summary>Two numbers, dates or sizes of the same thing are no two names.</summary>
    private static bool OnlyDigits(string one, string other) =>
        System.Text.RegularExpressions.Regex.Replace(one, @"\d+", "#", System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
        == System.Text.RegularExpressions.Regex.Replace(other, @"\d+", "#", System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static bool IsVersion(string text) => Text.Has(text, @"^v?\d+(\.\d+)+");

    private static bool FileLooks(ReadChange c) => c.IsLooks || c.IsDependencies;

    private static bool IsName(string text) => !IsVersion(text) && text.Length is > 1 and < 60 && Text.Has(text, @"^[\w.:/$-]+$") && !Text.Has(text, @"^\d");

    private static (double, string)? NewTable(ReadChange c)
    {
        var match = System.Text.RegularExpressions.Regex.Match(c.Added, @"\b(?:from|into|update|join)\s+[""`]?([a-z_][\w.]*)", System.Text.RegularExpressions.RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        return match.Success && SqlMechanisms.Sql(c.Added) && !c.Removed.Contains(match.Groups[1].Value, StringComparison.Ordinal) && !c.Kinds.Contains(FileKind.Migration)
            ? (0.8, $"reads {match.Groups[1].Value} and brings no migration that makes it") : null;
    }

    /// <summary>The same name with other arguments: what is still called, queued or stored in the old way does not fit.</summary>
    private static (double, string)? Signature(ReadChange c)
    {
        foreach (var line in c.Delta.LinesRemoved.Where(SourceText.Defines))
        {
            var name = SourceText.Calls(line).FirstOrDefault();
            var other = name is null ? null : c.Delta.LinesAdded.FirstOrDefault(l => SourceText.Defines(l) && SourceText.Calls(l).FirstOrDefault() == name);
            if (other is not null && Arguments(other) != Arguments(line))
                return (0.9, $"turns {LimitMechanisms.Quote(line)} into {LimitMechanisms.Quote(other)}");
        }

        return null;
    }

    private static int Arguments(string line) =>
        line.IndexOf('(', StringComparison.Ordinal) is var at and >= 0 && line.LastIndexOf(')') is var end && end > at && line[(at + 1)..end] is var inside && !string.IsNullOrWhiteSpace(inside)
            ? inside.Count(letter => letter == ',') + 1 : 0;

    private static (double, string)? Format(ReadChange c)
    {
        const string words = @"json:""|xml:""|protobuf|\bproto\b|avro|schema|serializ|marshal|encod|decod|parse|strict|DisallowUnknown|unknown_?fields|format|charset|utf|base64|gzip|zstd|content-?type|iso8601|rfc3339|strftime|strptime|@Json|dateformat|int(32|64)|float|string\b";
        var line = c.Delta.LinesAdded.Concat(c.Delta.LinesRemoved).FirstOrDefault(l => Text.Has(l, words));
        return line is null || !c.IsEssential || c.Delta.LinesRemoved.IsEmpty || c.Delta.LinesAdded.IsEmpty ? null : (0.65, $"reads or writes in another format: {LimitMechanisms.Quote(line)}");
    }

    private static (double, string)? Condition(ReadChange c)
    {
        const string test = @"^\s*\}?\s*(if|elif|else if|while|when|case|return|filter|where|unless)\b.*([<>!=]=?|&&|\|\||\bnot\b|\band\b|\bor\b)";
        var (gone, came) = (c.Delta.LinesRemoved.FirstOrDefault(Tests), c.Delta.LinesAdded.FirstOrDefault(Tests));
        return (gone, came) switch
        {
            (not null, not null) when MovedSettings.IsSameElsewhere(gone, came, c) => (0.2, $"tests the same against values that stand elsewhere now: {LimitMechanisms.Quote(came)}"),
            (not null, not null) when !c.Delta.Extracts => (0.75, $"turns {LimitMechanisms.Quote(gone)} into {LimitMechanisms.Quote(came)}"),
            (null, not null) when c.Delta.LinesRemoved.IsEmpty => (0.4, $"adds a condition: {LimitMechanisms.Quote(came)}"),
            _ => null,
        };

        // An arrow compares nothing.
        static bool Tests(string line) => Text.Has(line.Replace("=>", "", StringComparison.Ordinal).Replace("->", "", StringComparison.Ordinal), test);
    }

    private static (string From, string To)? TimeUnits(ReadChange c)
    {
        if (!Text.Has(c.Removed + c.Delta.Around, "time_?out|deadline|ttl|expir|interval|delay|duration|wait|period|keep|retain|retention|age|since|lease|lock"))
            return null;
        string[] units = ["nanos", "micros", "millis", "seconds", "minutes", "hours", "days"];
        var (from, to) = (Array.Find(units, u => Unit(c.Removed, u) > Unit(c.Added, u)), Array.Find(units, u => Unit(c.Added, u) > Unit(c.Removed, u)));
        return from is null || to is null || IsOtherTime(c, from, to) ? null : (from, to);
    }

    /// <summary>A number that changed with its unit is another time, and was meant to be.</summary>
    private static bool IsOtherTime(ReadChange c, string from, string to) =>
        Numbers(c.Removed, from) is { Count: > 0 } before && Numbers(c.Added, to) is { Count: > 0 } after && !before.Overlaps(after);

    private static HashSet<string> Numbers(string text, string unit) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text, $@"{unit}\w{{0,20}}[""']?\s{{0,8}}[(=:]\s{{0,8}}(?<n>\d{{1,18}})|(?<![\w.])(?<n>\d{{1,18}})\s{{0,8}}(\*\s{{0,8}})?[A-Za-z_.]{{0,40}}{unit}\b", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Select(m => m.Groups["n"].Value)];

    /// <summary>A moment as a number, which reads a thousand times earlier or later where the other unit is expected.</summary>
    private static (string From, string To)? EpochUnits(ReadChange c)
    {
        const string millis = @"as_millis|currentTimeMillis|toEpochMilli|getTime\(\)|UnixMilli|Date\.now\(\)|timestamp_?millis|ToUnixTimeMilliseconds|epoch_?(ms|millis)|\*\s*1_?000\b";
        const string seconds = @"as_secs\b|\.timestamp\(\)|(get|to)EpochSecond|\.Unix\(\)|\btime\.time\(\)|ToUnixTimeSeconds|epoch_?seconds?|timestamp_secs|/\s*1_?000\b";
        const string times = @"time|date|epoch|stamp|_at\b|_ms\b|milli|second|clock|age\b";
        if (!Text.Has($"{c.Removed}{c.Added}{c.Delta.Around}", times))
            return null;
        var (before, after) = ((Text.Has(c.Removed, millis), Text.Has(c.Removed, seconds)), (Text.Has(c.Added, millis), Text.Has(c.Added, seconds)));
        // What is told in one unit and then multiplied or divided says both.
        return (before, after) switch
        {
            ((true, false), (_, true)) => ("milliseconds", "seconds"),
            ((false, true), (true, _)) => ("seconds", "milliseconds"),
            ((true, true), (false, true)) => ("milliseconds", "seconds"),
            ((true, true), (true, false)) => ("seconds", "milliseconds"),
            _ => null,
        };
    }

    /// <summary>As a word or the end of a call's name, and not as a part of somebody's own name.</summary>
    private static int Unit(string text, string unit) =>
        Text.Count(text, $@"(\b|[a-z](?=[A-Z])|From|Of|To){unit}\b|\b{unit}\w*\(|(?<=[a-z]){unit}\({(unit == "seconds" ? @"|(?<=\b|_)secs\b" : "")}|(?<=_){unit}\b");

    private static (double, string)? Units(ReadChange c)
    {
        const string words = @"utc|timezone|time_?zone|(\b|_)local(time)?|(?-i:Local)|\btz\b|(\b|_)cents|(?-i:Cents)|percent|\*\s*100\b|/\s*100\b|\*\s*1000\b|/\s*1000\b|milli|(\b|_)micro(s|secs?|seconds?|units?)?\b|(?-i:Micros)|(\b|_)(round|floor|ceil|currency)|(?-i:Round|Floor|Ceil|Currency)|decimal|float";
        var line = c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, words)) ?? c.Delta.LinesRemoved.FirstOrDefault(l => Text.Has(l, words));
        return line is null || c.Delta.Extracts || c.Delta.LinesRemoved.IsEmpty ? null : (0.6, $"counts in other units or rounds in another way: {LimitMechanisms.Quote(line)}");
    }
}
