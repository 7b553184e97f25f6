using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes of limits: of time, of room, of how many at once.</summary>
internal static class LimitMechanisms
{
    public static IEnumerable<Mechanism> All =>
    [
        new("a shorter time limit", Mechanism.To((Topic.Timeout, 1), (Topic.Errors, 0.5), (Topic.Retries, 0.5)),
            c => Setting(c, s => s.Lowered && s.Factor >= 1.5 && SettingWords.IsTime(s) && !SettingWords.IsCache(s), s => $"shortens {s.Key} from {s.From} to {s.To}")),
        new("a longer time limit", Mechanism.To((Topic.Pool, 0.9), (Topic.Slow, 0.8), (Topic.Backlog, 0.7), (Topic.Handles, 0.7), (Topic.Overload, 0.6)),
            c => Setting(c, s => s.Raised && s is { Factor: >= 2, FromNumber: > 0 } && SettingWords.IsTime(s), s => $"lengthens {s.Key} from {s.From} to {s.To}", 0.8)) { Waits = Occasion.Failure },
        new("no time limit", Mechanism.To((Topic.Slow, 0.8), (Topic.Pool, 0.9), (Topic.Handles, 0.8), (Topic.Backlog, 0.8), (Topic.Overload, 0.6), (Topic.Timeout, 0.6)),
            c => Line(c.Delta.LinesRemoved, c.Delta, "timeout|deadline", c.Added, "takes a time limit away")) { Waits = Occasion.Failure },
        new("fewer connections or workers", Mechanism.To((Topic.Pool, 1), (Topic.Timeout, 0.8), (Topic.Backlog, 0.9), (Topic.Overload, 0.8), (Topic.Slow, 0.7), (Topic.Errors, 0.4)),
            c => Setting(c, s => s.Lowered && s.Factor >= 1.3 && SettingWords.IsPool(s) && !SettingWords.IsTime(s), s => $"lowers {s.Key} from {s.From} to {s.To}")) { Waits = Occasion.Load },
        new("more connections or workers", Mechanism.To((Topic.Connections, 1), (Topic.Memory, 0.6), (Topic.Locks, 0.6), (Topic.Throttled, 0.7), (Topic.DatabaseLoad, 0.4), (Topic.Overload, 0.5)),
            c => Setting(c, s => s.Raised && s.Factor >= 5 && SettingWords.IsPool(s) && !SettingWords.IsTime(s), s => $"raises {s.Key} from {s.From} to {s.To}", 0.85)
                ?? Setting(c, s => s.Raised && s.Factor >= 1.5 && SettingWords.IsPool(s) && !SettingWords.IsTime(s), s => $"raises {s.Key} from {s.From} to {s.To}", 0.6)),
        new("less memory, processor or room", Mechanism.To((Topic.Memory, 1), (Topic.Cpu, 1), (Topic.Disk, 0.9), (Topic.Crash, 0.5), (Topic.Slow, 0.5)),
            c => Setting(c, s => s.Lowered && s.Factor >= 1.2 && SettingWords.IsResource(s), s => $"lowers {s.Key} from {s.From} to {s.To}")) { Waits = Occasion.Load },
        new("more memory than there is", Mechanism.To((Topic.Machine, 0.8), (Topic.Startup, 0.8), (Topic.Memory, 0.4)),
            c => Setting(c, s => s.Raised && s.Factor >= 1.5 && SettingWords.IsResource(s), s => $"raises {s.Key} from {s.From} to {s.To}", 0.6)),
        new("fewer copies", Mechanism.To((Topic.Replicas, 1), (Topic.Overload, 1), (Topic.Cpu, 0.8), (Topic.Slow, 0.6), (Topic.Backlog, 0.7)),
            c => Setting(c, s => s.Lowered && SettingWords.IsCopies(s), s => $"lowers {s.Key} from {s.From} to {s.To}")) { Waits = Occasion.Load },
        new("a lower rate limit", Mechanism.To((Topic.Throttled, 1), (Topic.Errors, 0.5), (Topic.Overload, 0.6), (Topic.Backlog, 0.6)),
            c => Setting(c, s => s.Lowered && s.Factor >= 1.3 && SettingWords.IsRate(s) && !IsPeriod(s), s => $"lowers {s.Key} from {s.From} to {s.To}")
                ?? Setting(c, s => SettingWords.IsRate(s) && (s.Raised && s.Factor >= 1.3 && IsPeriod(s) || !s.IsNumber), s => $"limits by {s.Key} {s.To} what was limited by {s.From}")) { Waits = Occasion.Load },
        new("a higher rate", Mechanism.To((Topic.Throttled, 0.9), (Topic.Overload, 0.8), (Topic.Surge, 0.6), (Topic.DatabaseLoad, 0.5)),
            c => Setting(c, s => s.Raised && s.Factor >= 1.5 && SettingWords.IsRate(s), s => $"raises {s.Key} from {s.From} to {s.To}", 0.8)),
        new("more retries", Mechanism.To((Topic.Retries, 1), (Topic.Surge, 0.8), (Topic.Overload, 0.9), (Topic.Throttled, 0.9), (Topic.Duplicates, 0.7), (Topic.FanOut, 0.7)),
            c => Retries(c)) { Waits = Occasion.Failure },
        new("less that is let in", Mechanism.To((Topic.TooLarge, 1), (Topic.BadData, 0.6), (Topic.Errors, 0.6), (Topic.Denied, 0.5), (Topic.Missing, 0.4)),
            c => Setting(c, s => s.Lowered && s.Factor >= 1.3 && Text.Has($"{s.Key} {s.Line}", "body_?-?size|body_?-?limit|max_?-?(request|message|payload|upload|file|header|body|frame|post)|client_?-?max|(request|message|payload|upload|header|frame)_?-?(size|limit|bytes)|max_?-?(bytes|length)"), s => $"lowers {s.Key} from {s.From} to {s.To}, so that less is let in")) { Waits = Occasion.Load },
        new("batches of another size", Mechanism.To((Topic.Backlog, 0.9), (Topic.Memory, 0.8), (Topic.Throttled, 0.8), (Topic.Slow, 0.6), (Topic.Timeout, 0.6), (Topic.BadData, 0.4), (Topic.DatabaseLoad, 0.6)),
            c => Setting(c, s => s is { IsNumber: true, Factor: >= 2 } && SettingWords.IsBatch(s), s => $"changes {s.Key} from {s.From} to {s.To}", 0.85)),
    ];

    internal static (double, string)? Setting(ReadChange change, Func<SettingChange, bool> fits, Func<SettingChange, string> says, double strength = 1) =>
        change.Delta.Settings.Where(fits).OrderByDescending(s => s.Factor).FirstOrDefault() is { } setting ? (strength * Much(setting), says(setting)) : null;

    private static bool IsPeriod(SettingChange s) => Text.Has(s.Key, "period|window|interval|seconds|duration|every");

    /// <summary>A small step of a number rarely breaks anything.</summary>
    private static double Much(SettingChange s) => !s.IsNumber ? 1 : s.Factor switch { < 1.3 => 0.4, < 2 => 0.75, _ => 1 };

    internal static (double, string)? Line(IReadOnlyList<string> removed, Delta delta, string words, string added, string says, double strength = 0.9, double hidden = 0.25)
    {
        var gone = removed.FirstOrDefault(line => Text.Has(line, words));
        return gone is null || Text.Has(added, words) ? null : (delta.Hides ? strength * hidden : strength, $"{says}: {Quote(gone)}");
    }

    internal static string Quote(string line) => Workload.Quote.Of(line.Trim() is { Length: > 160 } cut ? $"{cut[..160]}…" : line.Trim());

    private static (double, string)? Retries(ReadChange c) => new[] { MoreOften(c), Unbraked(c), WithoutPause(c), WithoutEnd(c) }.MaxBy(found => found?.Item1);

    private static (double, string)? MoreOften(ReadChange c) =>
        Setting(c, s => SettingWords.IsRetry(s) && (s.Raised && s.Factor >= 1.5 && !Text.Has(s.Key, "backoff|delay|interval|wait|jitter") || s.Lowered && Text.Has(s.Key, "backoff|delay|interval|wait|jitter")),
            s => $"changes {s.Key} from {s.From} to {s.To}");

    private static (double, string)? Unbraked(ReadChange c) =>
        Line(c.Delta.LinesRemoved, c.Delta, "backoff|jitter|retry.?limit|max.?retr", c.Added, Brake)
        ?? (Text.Has(c.Removed, "retr(y|ies)|attempt") && Text.Has(c.Added, "retr(y|ies)|attempt") ? Line(c.Delta.LinesRemoved, c.Delta, @"\b(sleep|delay|wait|pause)\w*\(", c.Added, Brake, 0.95) : null);

    private static (double, string)? WithoutPause(ReadChange c) =>
        Text.Has(c.Added, @"retr(y|ies)|while \(?true|for \{") && !Text.Has(c.Removed, "retr(y|ies)") && !Text.Has(c.Added, "backoff|jitter|sleep|delay")
        && c.Delta.LinesAdded.Any(l => Text.Has(l, "retr(y|ies)")) ? (0.8, "retries without a pause") : null;

    private static (double, string)? WithoutEnd(ReadChange c) =>
        Text.Count(c.Added, Again) > Text.Count(c.Removed, Again) && Text.Count(c.Removed, GivesUp) > Text.Count(c.Added, GivesUp)
        && c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, Again)) is { } again ? (0.95, $"tries again, without an end, what was given up: {Quote(again)}") : null;

    private const string Brake = "takes the brake off retries";
    private const string Again = @"snooze|re-?queue|re-?enqueue|redeliver|reschedul|put_?back|nack\w*\([^)]*true|try_?again";
    private const string GivesUp = @"cancel|discard|\bdrop|dead.?letter|\bdlq|give.?up|max_?attempts|reject|:error\b|\bfail";
}
