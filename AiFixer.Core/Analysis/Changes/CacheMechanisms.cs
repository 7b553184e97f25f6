namespace AiFixer.Core.Analysis.Changes;

/// <summary>What a change does to caches.</summary>
internal static class CacheMechanisms
{
    public static (double, string)? Weaker(ReadChange c) =>
        LimitMechanisms.Setting(c, s => s.Lowered && s.Factor >= 1.5 && SettingWords.IsCache(s), s => $"lowers {s.Key} from {s.From} to {s.To}")
        ?? LimitMechanisms.Setting(c, s => !s.IsNumber && Text.Has(s.Line, "cache") && s.To is "false" or "off" or "no" or "False" or "none" or "disabled", s => $"turns {s.Key} from {s.From} to {s.To}")
        ?? (Text.Has(string.Join(' ', c.Commit.Files) + c.Removed + c.Delta.Around, "cache|ttl|expir|cron|schedul|interval|refresh|poll")
            ? LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"jitter|random|\brand\b|spread|stagger", c.Added, "makes everything happen at the same moment", 1) : null)
        ?? LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"cache|memo(ize)?\b|singleflight|lru_?cache", c.Added, "does without a cache")
        ?? (c.IsEssential && Text.Has(c.Removed + c.Added + c.Delta.Around, @"cache_?key|\w+_?key\b|\bkey\s*:?=") && Text.Has(string.Join(' ', c.Commit.Files) + c.Removed + c.Added + c.Delta.Around, "cache|redis|memcache|memo")
            && c.Delta.LinesAdded.FirstOrDefault() is { } line ? (0.85, $"builds the key of a cache in another way: {LimitMechanisms.Quote(line)}") : null);

    public static (double, string)? Grows(ReadChange c) =>
        LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"evict|expire|max_?(size|entries|items)|maximumSize|\bttl\b|\bdelete\(|\.remove\(|truncate|\.pop\(", c.Added, "takes away what kept a store in memory small", 0.9)
        ?? LimitMechanisms.Setting(c, s => s.Raised && s.Factor >= 3 && SettingWords.IsCache(s), s => $"raises {s.Key} from {s.From} to {s.To}", 0.85)
        ?? (c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, @"(cache|memo|seen|history|buffer|registry|listeners?|store|pending|visited|known)\w*(\[[^\]]+\]\s*=|\.(append|push|add|set|put)\()|= append\(\w*(cache|history|buffer|seen)")) is { } line && !c.Delta.Extracts
            ? (0.7, $"keeps more and more in memory: {LimitMechanisms.Quote(line)}") : null);
}
