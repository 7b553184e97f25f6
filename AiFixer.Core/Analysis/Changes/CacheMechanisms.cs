using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>What a change does to caches.</summary>
internal static class CacheMechanisms
{
    public static (double, string)? Weaker(ReadChange c) =>
        LimitMechanisms.Setting(c, s => s.Lowered && s.Factor >= 1.5 && SettingWords.IsCache(s), s => $"lowers {s.Key} from {s.From} to {s.To}")
        ?? LimitMechanisms.Setting(c, s => !s.IsNumber && Text.Has(s.Line, "cache") && s.To is "false" or "off" or "no" or "False" or "none" or "disabled", s => $"turns {s.Key} from {s.From} to {s.To}")
        ?? (Text.Has(string.Join(' ', c.Commit.Files) + c.Removed + c.Delta.Around, "cache|ttl|expir|cron|schedul|interval|refresh|poll")
            ? LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"jitter|random|\brand\b|spread|stagger", c.Added, "makes everything happen at the same moment", 1) : null)
        ?? LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"cache|memo(ize)?\b|singleflight|single_?flight|lru_?cache|\bgroup\.do\(|x/sync\b|dogpile|coalesc|compute_?if_?absent|get_?or_?(compute|load|add)\(|\bLazy<", c.Added, "does without a cache, or without what lets one of many fill it")
        ?? (c.IsEssential && Text.Has(c.Removed + c.Added + c.Delta.Around, @"cache_?key|\w+_?key\b|\bkey\s*:?=") && Text.Has(string.Join(' ', c.Commit.Files) + c.Removed + c.Added + c.Delta.Around, "cache|redis|memcache|memo")
            && !(Keys(c.Removed) is { Count: > 0 } before && before.SetEquals(Keys(c.Added))) && c.Delta.LinesAdded.FirstOrDefault() is { } line ? (0.85, $"builds the key of a cache in another way: {LimitMechanisms.Quote(line)}") : null);

    public static (double, string)? Grows(ReadChange c) => Unbounded(c)
        ?? LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"evict|expire|max_?(size|entries|items)|maximumSize|\bttl\b|\bdelete\(|\.remove\(|truncate|\.pop\(|\blru|Caffeine|LoadingCache|MemoryCache|\bmax:\s*\d|maxlen", c.Added, "takes away what kept a store in memory small", 0.9)
        ?? LimitMechanisms.Setting(c, s => s.Raised && s.Factor >= 3 && SettingWords.IsCache(s), s => $"raises {s.Key} from {s.From} to {s.To}", 0.85)
        ?? (c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, @"(cache|memo|seen|history|buffer|registry|listeners?|store|pending|visited|known)\w*(\[[^\]]+\]\s*=|\.(append|push|add|set|put)\()|= append\(\w*(cache|history|buffer|seen)")) is { } line && !c.Delta.Extracts
            ? (0.7, $"keeps more and more in memory: {LimitMechanisms.Quote(line)}") : null);

    /// <summary>What is said of keys, word by word.</summary>
    private static HashSet<string> Keys(string text) =>
        [.. Regex.Matches(text, @"[\w.&]*key\w*(\(([^()]|\([^()]*\))*\)|\s*:?=[^\n]*|\s*:[^\n]*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1)).Select(match => match.Value)];

    /// <summary>What forgot by itself became what does not.</summary>
    private static (double, string)? Unbounded(ReadChange c) =>
        Text.Has(c.Removed, @"\blru|Caffeine|LoadingCache|MemoryCache|Expiring|TTLCache|maximumSize|\bmax(_?size|_?entries)?\s*[:=]\s*\d")
        && c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, @"new (Map|Set|(Concurrent)?(Linked)?Hash(Map|Set)|(Concurrent)?Dictionary)\b|=\s*(\{\}|dict\(\)|\[\])\s*;?$|make\(map|HashMap::new|sync\.Map")) is { } line
            ? (0.95, $"keeps in something without a bound what was kept in something that forgets: {LimitMechanisms.Quote(line)}") : null;
}
