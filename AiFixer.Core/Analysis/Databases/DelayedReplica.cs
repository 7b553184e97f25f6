using System.Globalization;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>A replica that is meant to be behind, and is so by just as much.</summary>
internal sealed partial record DelayedReplica(string Replica, TimeSpan Delay, Level Lag, DatabaseEvent? Told)
{
    private const double Off = 0.05;
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(30);

    public static IEnumerable<DelayedReplica> In(DatabaseFacts facts)
    {
        foreach (var (replica, delay, told) in Meant(facts))
        {
            if (Level.Of(facts.MetricsOf(replica, Names.Lag)) is { } lag && Keeps(lag.Last) && Keeps(lag.Most) && lag.Least > (1 - Off) * delay.TotalSeconds)
                yield return new(replica, delay, lag, told);

            bool Keeps(double seconds) => seconds <= ((1 + Off) * delay.TotalSeconds) + Spare.TotalSeconds;
        }
    }

    /// <summary>What was set last for each, by its settings and, where they do not say, by what was changed.</summary>
    private static IEnumerable<(string Replica, TimeSpan Delay, DatabaseEvent? Told)> Meant(DatabaseFacts facts)
    {
        var told = facts.Events.Where(e => e.At <= facts.Scene.Now && Change().IsMatch(e.Message)).GroupBy(e => e.Source).ToDictionary(g => g.Key, g => g.Last());
        var set = facts.Settings.Where(s => Setting().IsMatch(s.Key)).Select(s => (Replica: s.Key.LastIndexOf('.') is > 0 and var dot ? s.Key[..dot] : facts.Instance, s.Value, s.Key)).ToList();
        foreach (var (replica, value, key) in set)
        {
            if (Read(value, key) is { } delay)
                yield return (replica, delay, told.GetValueOrDefault(replica));
        }

        foreach (var (replica, change) in told.Where(t => !set.Exists(s => s.Replica == t.Key)))
        {
            var match = Change().Match(change.Message);
            if (Read(match.Groups["value"].Value, match.Groups["name"].Value) is { } delay)
                yield return (replica, delay, change);
        }
    }

    /// <summary>PostgreSQL counts in milliseconds where it is not said otherwise, MySQL in seconds.</summary>
    private static TimeSpan? Read(string value, string name)
    {
        var match = Amount().Match(value);
        if (!match.Success || !double.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number) || number is <= 0 or > 1e10)
            return null;
        var unit = match.Groups["unit"].Value is { Length: > 0 } given ? given : name.Contains("recovery", StringComparison.OrdinalIgnoreCase) ? "ms" : "s";
        var seconds = unit switch { "ms" => number / 1000, "min" => number * 60, "h" => number * 3600, "d" => number * 86400, _ => number };
        return seconds is > 0 and < 1e7 ? TimeSpan.FromSeconds(seconds) : null;
    }

    [GeneratedRegex(@"(^|\.)(recovery_min_apply_delay|(master|source)_delay|sql_delay)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"(?<name>recovery_min_apply_delay|(master|source)_delay)\W{0,5}(to|=)?\W{0,3}(?<value>[0-9]{1,12} ?(ms|s|min|h|d)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Change();

    [GeneratedRegex(@"^\s*(?<number>[0-9]{1,12}(\.[0-9]{1,6})?)\s*(?<unit>ms|s|min|h|d)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Amount();
}
