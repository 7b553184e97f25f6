using System.Globalization;
using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes of where a count begins and ends, of the numbers that things are known by, and of how much is all.</summary>
internal static class CountMechanisms
{
    private const string Share = "share|ratio|fraction|probability|percent(age)?|sample_?(rate|ratio)|rollout|weight|traffic";

    public static IEnumerable<Mechanism> All =>
    [
        new("counting from another number", Mechanism.To((Topic.WrongResult, 1), (Topic.Missing, 0.95), (Topic.BadData, 0.7), (Topic.Crash, 0.7), (Topic.Duplicates, 0.7), (Topic.Errors, 0.4)), Counting),
        new("a size that is no longer counted", Mechanism.To((Topic.Crash, 1), (Topic.BadData, 0.7), (Topic.WrongResult, 0.6), (Topic.Missing, 0.6), (Topic.Errors, 0.5)),
            c => c.Delta.LinesRemoved.FirstOrDefault(l => Text.Has(l, @"new \w+\[[^\]]*\(|make\(\[\]\w+,[^,)]*\(|vec!\[[^;]*;[^\]]*\(|\bArray\([^)]*\(")) is { } gone
                && c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, @"new \w+\[\s*[A-Z0-9_ *.]+\]|make\(\[\]\w+,\s*[\w.]*\)|vec!\[[^;]*;\s*[A-Z0-9_ *]+\]|\bArray\(\s*[A-Z0-9_ *]+\)")) is { } came && !Text.Has(c.Added, @"new \w+\[[^\]]*\(")
                ? (0.9, $"has room for as many as were written down, and no longer as are counted: {LimitMechanisms.Quote(came)}, where it was {LimitMechanisms.Quote(gone)}") : null) { Waits = Occasion.Clock },
        new("fields under other numbers", Mechanism.To((Topic.BadData, 1), (Topic.Mismatch, 1), (Topic.WrongResult, 1), (Topic.Missing, 0.6), (Topic.Errors, 0.5), (Topic.Denied, 0.4)),
            c => c.Commit.Files.Any(file => Text.Has(file, @"\.(proto|thrift|fbs|capnp)$")) && Numbered(c.Delta.LinesRemoved) is var before && Numbered(c.Delta.LinesAdded).FirstOrDefault(after => before.TryGetValue(after.Key, out var number) && number != after.Value) is { Key: { } name, Value: var now }
                ? (1, $"gives {name} the number {now}, which was {before[name]}: who reads by numbers takes one field for another") : null),
        new("a share of more than all", Mechanism.To((Topic.Cpu, 1), (Topic.Overload, 1), (Topic.Surge, 0.9), (Topic.Slow, 0.9), (Topic.FanOut, 0.9), (Topic.LogVolume, 0.8), (Topic.Memory, 0.7), (Topic.Errors, 0.6), (Topic.Replicas, 0.6)),
            c => LimitMechanisms.Setting(c, s => s is { IsNumber: true, Raised: true } && Text.Has(s.Key, Share) && IsFraction(s, c), s => $"turns {s.Key} from {s.From} to {s.To} where 1 is all")),
    ];

    /// <summary>Where a count begins or ends is one off from where it did.</summary>
    private static (double, string)? Counting(ReadChange c)
    {
        if (c.IsConfiguration || c.IsLooks)
            return null;
        const string first = @"\brange\(\s*1\s*,|\b([ijkn]|(no|num(ber)?|page|index|idx|offset|pos|start|from|first|begin|cursor)(_?(no|num(ber)?|index|idx|page))?)\s*(:=|=|:)\s*1\b(?!\s*[.\d%*/-])|\bskip\(1\)|\[1:\]|\.drop\(1\)|from_?index\w*\s*[=:(]\s*1\b";
        const string zero = @"\brange\((?!\s*1\s*,)|\b([ijkn]|(no|num(ber)?|page|index|idx|offset|pos|start|from|first|begin|cursor)(_?(no|num(ber)?|index|idx|page))?)\s*(:=|=|:)\s*0\b";
        var (came, gone) = (c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, first)), c.Delta.LinesRemoved.FirstOrDefault(l => Text.Has(l, first)));
        if (came is not null && gone is null && Text.Has(c.Removed, zero))
            return (0.85, $"counts from 1 what was counted from 0: {LimitMechanisms.Quote(came)}");
        if (gone is not null && came is null && Text.Has(c.Added, zero))
            return (0.85, $"counts from 0 what was counted from 1: {LimitMechanisms.Quote(gone)}");
        var ends = c.Delta.LinesAdded.ToLookup(Ends, StringComparer.Ordinal);
        foreach (var line in c.Delta.LinesRemoved.Where(line => !SourceText.Defines(line)))
        {
            if (ends[Ends(line)].FirstOrDefault(other => Bare(other) != Bare(line)) is { } turned)
                return (0.85, $"ends one earlier or later: {LimitMechanisms.Quote(line)} became {LimitMechanisms.Quote(turned)}");
        }

        return null;
    }

    /// <summary>A line without what tells whether its last one counts.</summary>
    private static string Ends(string line) => Regex.Replace(
        Bare(line), @"(?<=[<>])=|[+-]1\b(?!\d|\.)", "", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string Bare(string line) => string.Concat(line.Where(letter => !char.IsWhiteSpace(letter)));

    private static Dictionary<string, string> Numbered(IEnumerable<string> lines)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var match = Regex.Match(
                line, @"^\s*(?:(?:optional|required|repeated|oneof)\s+)?[\w.<>, ]+\s(\w+)\s*=\s*(\d+)\s*(?:\[[^\]]*\])?;|^\s*(\d+)\s*:\s*(?:optional|required)?\s*[\w<>.]+\s+(\w+)[,;]?\s*$",
                RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            if (match.Success && !Text.Has(line, @"\b(var|let|const|int|long|double|final|static|public|private|auto)\b"))
                numbers[match.Groups[1].Success ? match.Groups[1].Value : match.Groups[4].Value] = match.Groups[2].Success ? match.Groups[2].Value : match.Groups[3].Value;
        }

        return numbers;
    }

    /// <summary>What it was, or what stands beside it under the same name, is a part of one.</summary>
    private static bool IsFraction(SettingChange s, ReadChange c)
    {
        static bool Part(string text) => text.Contains('.', StringComparison.Ordinal) && double.TryParse(text, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1;
        return double.TryParse(s.To, CultureInfo.InvariantCulture, out var now) && now > 1
            && (Part(s.From) || Regex.Matches(c.Delta.Around, $@"{Regex.Escape(s.Key)}""?\s*[:=]\s*([\d.]+)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Any(m => Part(m.Groups[1].Value)));
    }
}
