using System.Collections.Immutable;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Claims;

/// <summary>
/// Holds every claim of a diagnosis against the evidence it cites, whoever made it: evidence that does not exist, and values
/// (numbers, names, hashes, moments, quoted words) that the cited evidence does not have, strike the claim.
/// </summary>
public static class ClaimCheck
{
    /// <summary>What a diagnosis is worth at most of which every claim was struck.</summary>
    private const double Unsupported = 0.3;

    /// <summary>What one is worth at most that says it is sure and has nothing to show for it.</summary>
    private const double Unproven = 0.69;

    public static CheckedDiagnosis Check(Diagnosis diagnosis, EvidenceBook book)
    {
        var known = Known(diagnosis);
        var kept = ImmutableList.CreateBuilder<CitedClaim>();
        var struck = ImmutableList.CreateBuilder<StruckClaim>();
        var proven = false;
        foreach (var claim in diagnosis.Claims)
        {
            var (why, values) = Judge(claim, book, known);
            if (why is not null)
            {
                struck.Add(new(claim, why));
                continue;
            }

            kept.Add(claim);
            proven |= values > 0;
        }

        var left = diagnosis with { Claims = kept.ToImmutable(), Struck = diagnosis.Struck + struck.Count };
        return new(NoSurerThan(left, proven), struck.ToImmutable());
    }

    /// <summary>What a sentence says that no evidence at all shows.</summary>
    public static IReadOnlyList<string> Unshown(string sentence, Diagnosis diagnosis, EvidenceBook book) =>
        [.. Missing(sentence, [.. book.All], book, Known(diagnosis)).Missing.Select(value => value.Text)];

    private static (string? Why, int Values) Judge(CitedClaim claim, EvidenceBook book, HashSet<string> known)
    {
        if (claim.Cites.IsEmpty)
            return ("cites nothing", 0);
        var cited = claim.Cites.Select(id => (Id: id, Text: book.Find(id))).ToList();
        var unknown = cited.Where(pair => pair.Text is null).Select(pair => pair.Id).ToList();
        if (unknown.Count > 0)
            return ($"cites {string.Join(", ", unknown)}, which there is none of", 0);
        var (missing, values) = Missing(claim.Text, [.. cited.Select(pair => pair.Text!)], book, known);
        return missing.Count == 0
            ? (null, values)
            : ($"says {string.Join(", ", missing.Select(value => value.Text))}, which {string.Join(", ", claim.Cites)} does not", values);
    }

    private static (List<ClaimValue> Missing, int Values) Missing(string sentence, List<EvidenceText> cited, EvidenceBook book, HashSet<string> known)
    {
        var values = ClaimValues.Of(sentence, known, word => book.Find(word) is not null);
        var missing = values.Where(value => !Support.Shows(cited, value)).ToList();
        var shown = values.Except(missing).OfType<ClaimValue.Number>().Select(number => number.Quantity).ToList();
        missing.RemoveAll(value => value is ClaimValue.Number number && Arithmetic.Follows(number.Quantity, shown));
        return (missing, values.Count);
    }

    private static Diagnosis NoSurerThan(Diagnosis diagnosis, bool proven)
    {
        if (proven)
            return diagnosis;
        if (diagnosis.Claims.IsEmpty && diagnosis.Struck > 0)
            return diagnosis with { Verdict = Verdict.Inconclusive, Confidence = Math.Min(diagnosis.Confidence, Unsupported) };
        return diagnosis.Verdict == Verdict.Confirmed
            ? diagnosis with { Verdict = Verdict.Likely, Confidence = Math.Min(diagnosis.Confidence, Unproven) }
            : diagnosis;
    }

    private static HashSet<string> Known(Diagnosis diagnosis) =>
        [.. diagnosis.Affected.Append(diagnosis.FirstFailing).Append(diagnosis.Culprit)
            .OfType<string>().Where(name => name.Length > 1 && name != "none").Select(name => name.ToLowerInvariant())];
}
