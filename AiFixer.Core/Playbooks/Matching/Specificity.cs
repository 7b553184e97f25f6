namespace AiFixer.Core.Playbooks.Matching;

/// <summary>Which of two playbooks knows better what it is for. Of equals the first by name comes first, always the same.</summary>
internal static class Specificity
{
    public static IEnumerable<Playbook> MostFirst(IEnumerable<Playbook> playbooks) => playbooks
        .OrderByDescending(Selects)
        .ThenByDescending(playbook => playbook.Selection.Lists.Count(list => list.Wanted.Any() && list.Wanted.All(IsExact)))
        .ThenBy(playbook => playbook.MinimumSeverity)
        .ThenBy(playbook => playbook.Id, StringComparer.Ordinal);

    /// <summary>What the chosen one has that another has not.</summary>
    public static string Why(Playbook chosen, Playbook other)
    {
        if (Selects(chosen) != Selects(other))
            return $"is less specific: it selects by {Words(other)}, {chosen.Id} by {Words(chosen)}";
        if (chosen.MinimumSeverity != other.MinimumSeverity)
            return $"is less specific: it is for {other.MinimumSeverity} and worse, {chosen.Id} for {chosen.MinimumSeverity} and worse";
        return $"is as specific as {chosen.Id} or less: the exact names, then the first by name";
    }

    public static string Words(Playbook playbook)
    {
        var lists = playbook.Selection.Lists.Where(list => list.Wanted.Any()).Select(list => list.Name).ToList();
        return lists.Count == 0 ? "nothing" : string.Join(" and ", lists);
    }

    private static bool IsExact(string name) => !name.Contains('*', StringComparison.Ordinal);

    private static int Selects(Playbook playbook) => playbook.Selection.Lists.Count(list => list.Wanted.Any());
}
