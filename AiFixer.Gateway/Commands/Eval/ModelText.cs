using System.Globalization;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>For people: whose answers stand, how good they are, and what they cost.</summary>
internal static class ModelText
{
    private static IReadOnlyList<string> Head { get; } =
        ["answered by", "cases", "passed", "from cache", "answers", "faults before", "tokens in", "tokens out", "cost", "struck"];

    /// <returns>Null where no model was wanted.</returns>
    public static string? Of(IEnumerable<CaseResult.Ran> cases)
    {
        var asked = cases.Where(one => one.Models is not null).ToLookup(one => one.Models!.AnsweredBy, StringComparer.Ordinal);
        return asked.Count == 0 ? null : TextTable.Of([Head, .. asked.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => Row(one.Key, [.. one]))]);
    }

    private static IReadOnlyList<string> Row(string name, IReadOnlyList<CaseResult.Ran> cases)
    {
        var uses = cases.Select(one => one.Models!).ToList();
        return
        [
            name,
            Number(cases.Count),
            Number(cases.Count(one => one.Score.Passed)),
            Number(uses.Count(use => use.FromCache)),
            Number(uses.Sum(use => use.Answers)),
            Number(uses.Sum(use => use.Faults.Count)),
            Number(uses.Sum(use => use.TokensIn)),
            Number(uses.Sum(use => use.TokensOut)),
            uses.Sum(use => use.Cost).ToString("0.####", CultureInfo.InvariantCulture),
            Number(uses.Sum(use => use.Struck)),
        ];
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
