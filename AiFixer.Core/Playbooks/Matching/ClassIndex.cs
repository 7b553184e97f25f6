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
        var hits = Hits(question.Text);
        Playbook? chosen = null;
        var reason = "";
        var others = ImmutableList.CreateBuilder<RunnerUp>();
        foreach (var (at, pattern) in hits)
        {
            var playbook = playbooks[at];
            var obstacle = chosen is not null && others.Count >= MostRunnersUp ? "" : Obstacle(playbook, question);
            if (chosen is null && obstacle is null)
                (chosen, reason) = (playbook, Reason(playbook, pattern, question));
            else if (others.Count < MostRunnersUp)
                others.Add(new(playbook.Id, playbook.Name, obstacle ?? Specificity.Why(chosen!, playbook)));
        }

        return new(
            chosen,
            chosen is null ? hits.Count == 0 ? "No pattern of its class occurs in what was said." : "No playbook whose pattern occurs is for this trouble." : reason,
            others.ToImmutable(),
            hits.Count - (chosen is null ? 0 : 1));
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

    /// <summary>Each playbook with a pattern that occurs, the most specific first.</summary>
    private List<(int Playbook, string Pattern)> Hits(string text)
    {
        var found = new List<int>();
        literals.Find(text, found);
        var hits = new Dictionary<int, string>();
        foreach (var literal in found)
        {
            foreach (var at in owners[literal])
                hits.TryAdd(at, texts[literal]);
        }

        foreach (var (at, pattern) in regexes)
        {
            if (!hits.ContainsKey(at) && pattern.IsIn(text))
                hits.Add(at, pattern.Text);
        }

        return [.. hits.OrderBy(hit => hit.Key).Select(hit => (hit.Key, hit.Value))];
    }
}
