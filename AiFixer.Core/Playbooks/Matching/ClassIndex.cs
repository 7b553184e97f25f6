using System.Buffers;
using System.Collections.Immutable;
using AiFixer.Core.Policy;

namespace AiFixer.Core.Playbooks.Matching;

/// <summary>The playbooks of one class, the most specific first, ready to be matched.</summary>
internal sealed class ClassIndex
{
    private const int MostRunnersUp = 10;

    private readonly Playbook[] playbooks;
    private readonly LiteralIndex literals;
    private readonly int[][] owners;
    private readonly (int Playbook, Pattern Pattern)[] regexes;
    private readonly string[] texts;

    public ClassIndex(IEnumerable<Playbook> all)
    {
        playbooks = [.. Specificity.MostFirst(all)];
        var wanted = playbooks
            .SelectMany((playbook, at) => playbook.Patterns.Where(pattern => !pattern.IsRegex).Select(pattern => (Text: pattern.Text.ToUpperInvariant(), pattern, at)))
            .GroupBy(one => one.Text, StringComparer.Ordinal)
            .ToList();
        texts = [.. wanted.Select(group => group.First().pattern.Text)];
        owners = [.. wanted.Select(group => group.Select(one => one.at).Distinct().ToArray())];
        literals = new(texts);
        regexes = [.. playbooks.SelectMany((playbook, at) => playbook.Patterns.Where(pattern => pattern.IsRegex).Select(pattern => (at, pattern)))];
    }

    public PlaybookMatch Match(MatchQuestion question)
    {
        var lent = ArrayPool<string?>.Shared.Rent(playbooks.Length);
        try
        {
            var occurring = lent.AsSpan(0, playbooks.Length);
            occurring.Clear();
            return Choose(question, occurring, Mark(question.Text, occurring));
        }
        finally
        {
            ArrayPool<string?>.Shared.Return(lent);
        }
    }

    private PlaybookMatch Choose(MatchQuestion question, ReadOnlySpan<string?> occurring, int count)
    {
        Playbook? chosen = null;
        var reason = "";
        var others = ImmutableList.CreateBuilder<RunnerUp>();
        for (var at = 0; at < occurring.Length && (chosen is null || others.Count < MostRunnersUp); at++)
        {
            if (occurring[at] is not { } pattern)
                continue;
            var playbook = playbooks[at];
            var obstacle = Obstacle(playbook, question);
            if (chosen is null && obstacle is null)
                (chosen, reason) = (playbook, Reason(playbook, pattern, question));
            else if (others.Count < MostRunnersUp)
                others.Add(new(playbook.Id, playbook.Name, obstacle ?? Specificity.Why(chosen!, playbook)));
        }

        return new(
            chosen,
            chosen is null ? count == 0 ? "No pattern of its class occurs in what was said." : "No playbook whose pattern occurs is for this trouble." : reason,
            others.ToImmutable(),
            count - (chosen is null ? 0 : 1));
    }

    /// <summary>Why a playbook whose pattern occurs is not for this trouble; null when it is.</summary>
    private static string? Obstacle(Playbook playbook, MatchQuestion question)
    {
        if (!playbook.IsActive)
            return "is not active";
        if (question.Severity > playbook.MinimumSeverity)
            return $"is for {playbook.MinimumSeverity} and worse, and this is {question.Severity}";
        foreach (var (name, wanted) in playbook.Selection.Lists)
        {
            if (wanted.Length > 0 && !Fits(wanted, question.Of(name)))
                return question.Of(name).Length == 0 ? $"selects by {name}, and none is known" : $"is for another {name}";
        }

        return null;
    }

    private static bool Fits(ImmutableArray<string> wanted, string name)
    {
        foreach (var one in wanted)
        {
            if (name.Length > 0 && Wildcard.Matches(one, name))
                return true;
        }

        return false;
    }

    private static string Reason(Playbook playbook, string pattern, MatchQuestion question) =>
        $"Class {Classes.ErrorClassNames.Of(playbook.Class)}, \"{pattern}\" occurs, {question.Severity} is bad enough, and it is the most specific (it selects by {Specificity.Words(playbook)}).";

    /// <summary>Writes beside each playbook the pattern of it that occurs.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="occurring">A place for each playbook, the most specific first, all empty.</param>
    /// <returns>How many have one.</returns>
    private int Mark(string text, Span<string?> occurring)
    {
        var (found, count) = (new List<int>(), 0);
        literals.Find(text, found);
        foreach (var literal in found)
        {
            foreach (var at in owners[literal])
            {
                count += occurring[at] is null ? 1 : 0;
                occurring[at] ??= texts[literal];
            }
        }

        foreach (var (at, pattern) in regexes)
        {
            if (occurring[at] is not null || !pattern.IsIn(text))
                continue;
            occurring[at] = pattern.Text;
            count++;
        }

        return count;
    }
}
