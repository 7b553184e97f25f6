using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Reads from a diff what it does.</summary>
internal static class DeltaReader
{
    public static Delta Read(string diff, IReadOnlyList<string> files)
    {
        var hunks = DiffReader.Read(diff);
        if (hunks.IsEmpty)
            return Delta.None;
        var (removed, added) = NotMoved(hunks);
        var stays = hunks.SelectMany(h => h.After).Where(l => !l.IsNew).Select(l => l.Text).ToList();
        var (callsRemoved, callsAdded) = (Calls(removed), Calls(added));
        var defined = added.Where(SourceText.Defines).SelectMany(SourceText.Calls).Except(removed.Where(SourceText.Defines).SelectMany(SourceText.Calls)).ToHashSet(StringComparer.Ordinal);
        var kept = Kept(removed, added);
        var hides = Edges.Moved(removed, added, files) is null && HidesHelper(callsRemoved, callsAdded, defined, removed, added);
        return new()
        {
            Settings = [.. hunks.SelectMany(h => SettingPairs.In(h, string.Join(' ', files))), .. MovedSettings.In(hunks)],
            CallsRemoved = callsRemoved.Except(callsAdded).Except(Calls(stays)).ToFrozenSet(StringComparer.Ordinal),
            CallsAdded = callsAdded.Except(callsRemoved).ToFrozenSet(StringComparer.Ordinal),
            LoopCalls = [.. hunks.SelectMany(LoopReader.NewCalls)],
            GuardsRemoved = GuardReader.Gone(removed, [.. added, .. stays]),
            TextsRemoved = Texts(removed).Except(Texts(added)).ToFrozenSet(StringComparer.Ordinal),
            TextsAdded = Texts(added).Except(Texts(removed)).ToFrozenSet(StringComparer.Ordinal),
            Around = string.Join('\n', hunks.Select(h => h.Head).Concat(stays)),
            Swapped = Swaps.In(hunks),
            EarlyExit = EarlyExits.In(hunks),
            LinesRemoved = removed,
            LinesAdded = added,
            Extracts = !removed.IsEmpty && ((defined.Count > 0 && kept > 0.7 && callsRemoved.Except(removed.Where(SourceText.Defines).SelectMany(SourceText.Calls)).All(callsAdded.Contains) && Edges.Moved(removed, added, files) is null && !Texts(removed).Except(Texts(added)).Any()) || hides),
            Hides = hides,
            Kept = kept,
        };
    }

    /// <summary>Lines that went in one place and came in another are neither.</summary>
    private static (ImmutableList<string> Removed, ImmutableList<string> Added) NotMoved(ImmutableArray<Hunk> hunks)
    {
        var added = hunks.SelectMany(h => h.Added).ToList();
        var removed = hunks.SelectMany(h => h.Removed).ToList();
        var named = Constants.In(added);
        var written = named.Count == 0 ? added : added.ConvertAll(line => Constants.Written(line, named));
        foreach (var line in removed.ToList())
        {
            var same = added.FindIndex(a => a.AsSpan().Trim().SequenceEqual(line.AsSpan().Trim()));
            if (same < 0)
                same = written.FindIndex(a => a.AsSpan().Trim().SequenceEqual(line.AsSpan().Trim()));
            if (same < 0)
                continue;
            added.RemoveAt(same);
            if (!ReferenceEquals(added, written))
                written.RemoveAt(same);
            removed.Remove(line);
        }

        return ([.. removed], [.. added]);
    }

    private static FrozenSet<string> Calls(IEnumerable<string> lines) => lines.SelectMany(SourceText.Calls).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(IEnumerable<string> lines) => lines.SelectMany(QuotedTexts.In);

    private static double Kept(ImmutableList<string> removed, ImmutableList<string> added)
    {
        var came = added.SelectMany(SourceText.Words).CountBy(w => w).ToDictionary(StringComparer.Ordinal);
        var (all, kept) = (0, 0);
        foreach (var (word, count) in removed.SelectMany(SourceText.Words).CountBy(w => w))
        {
            all += count;
            kept += Math.Min(count, came.GetValueOrDefault(word));
        }

        return all == 0 ? 0 : (double)kept / all;
    }

    /// <summary>Several lines became a call of something of one's own that the change does not show.</summary>
    private static bool HidesHelper(
        FrozenSet<string> removedCalls, FrozenSet<string> addedCalls, HashSet<string> defined, ImmutableList<string> removed, ImmutableList<string> added) =>
        removed.Count >= 2 && addedCalls.Any(call => !removedCalls.Contains(call) && !defined.Contains(call) && !Everywhere.Contains(call) && IsOwn(call, added));

    /// <summary>What a language or its platform brings hides nothing of one's own.</summary>
    private static readonly FrozenSet<string> Everywhere =
        "fetch sleep setTimeout setInterval require print println printf panic assert Promise Error Exception sum sorted list dict set tuple map filter zip enumerate int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64 byte str bytes bool Number String Boolean BigInt Decimal BigDecimal Integer Long Double".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>It is called by its bare name, not on something from elsewhere.</summary>
    private static bool IsOwn(string call, ImmutableList<string> lines) => lines.Any(line =>
    {
        if (line.AsSpan().TrimStart().StartsWith("#["))
            return false;
        var at = Regex.Match(line, $@"\b{Regex.Escape(call)}\s*(<[^>]*>|\[[^\]]*\])?\(", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true } match ? match.Index : -1;
        return at == 0 || (at > 0 && line[at - 1] is not ('.' or ':' or '>') && !char.IsLetterOrDigit(line[at - 1]));
    });
}
