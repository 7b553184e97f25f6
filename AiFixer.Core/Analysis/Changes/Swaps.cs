namespace AiFixer.Core.Analysis.Changes;

/// <summary>Finds steps that are done in another order than before: nothing came and nothing went, and yet it does something else.</summary>
internal static class Swaps
{
    /// <summary>Each line that moved is compared with each that stands near it.</summary>
    private const int MostLines = 60;

    /// <returns>What is done first now, and what was done before it until then; null when every order is as it was.</returns>
    public static (string First, string Second)? In(IEnumerable<Hunk> hunks) => hunks.Select(In).FirstOrDefault(swap => swap is not null);

    private static (string First, string Second)? In(Hunk hunk)
    {
        // Where a function came, lines stand elsewhere for another reason.
        if (hunk.Added.Any(SourceText.Defines))
            return null;
        var before = Steps(hunk.Before);
        var after = Steps(hunk.After.Select(line => line.Text));
        var moved = hunk.Removed.Select(line => line.Trim()).Intersect(hunk.Added.Select(line => line.Trim())).ToHashSet(StringComparer.Ordinal);
        foreach (var one in moved.Where(before.ContainsKey).Where(after.ContainsKey))
        {
            foreach (var other in before.Keys.Where(other => other != one && after.ContainsKey(other) && before[one].Indent == before[other].Indent && after[one].Indent == after[other].Indent && Share(one, other)))
            {
                var (first, firstNow) = (before[one].At < before[other].At, after[one].At < after[other].At);
                if (first != firstNow)
                    return firstNow ? (one, other) : (other, one);
            }
        }

        return null;
    }

    /// <summary>What does something, with its place; what is written twice has none.</summary>
    private static Dictionary<string, (int At, int Indent)> Steps(IEnumerable<string> lines) => lines.Take(MostLines)
        .Select((line, at) => (Text: line.Trim(), At: at, Indent: line.Length - line.AsSpan().TrimStart().Length)).Where(line => Acts(line.Text))
        .GroupBy(line => line.Text, StringComparer.Ordinal).Where(same => same.Count() == 1)
        .ToDictionary(same => same.Key, same => (same.Single().At, same.Single().Indent), StringComparer.Ordinal);

    private static bool Acts(string line) => SourceText.Calls(line).Any() && !SourceText.Defines(line) && !Text.Has(line, @"^(return|if|for|while|import|from|using|log|logger|print|console|assert)\b|^(#include|\.)");

    /// <summary>Both are about the same thing: two that know nothing of one another may stand in any order.</summary>
    private static bool Share(string one, string other) => Given(one).Intersect(Given(other), StringComparer.Ordinal).Any();

    private static IEnumerable<string> Given(string line) =>
        SourceText.Words(line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..]).Where(word => word.Length > 1 && word is not ("ct" or "ctx" or "cancellationToken" or "this" or "self" or "new" or "null" or "nil" or "true" or "false"));
}
