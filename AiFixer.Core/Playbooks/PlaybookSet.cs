using AiFixer.Core.Alerts;
using AiFixer.Core.Classes;
using AiFixer.Core.Playbooks.Matching;

namespace AiFixer.Core.Playbooks;

/// <summary>All playbooks and the rules of classes as they are at one moment, made ready once for every question.</summary>
public sealed class PlaybookSet
{
    private readonly Dictionary<ErrorClass, ClassIndex> classes;

    public PlaybookSet(ErrorClassRules rules, IReadOnlyList<Playbook> playbooks)
    {
        (Rules, Playbooks) = (rules, playbooks);
        classes = playbooks.GroupBy(playbook => playbook.Class).ToDictionary(group => group.Key, group => new ClassIndex(group));
    }

    public static PlaybookSet Empty { get; } = new(ErrorClassRules.None, []);

    public ErrorClassRules Rules { get; }

    public IReadOnlyList<Playbook> Playbooks { get; }

    /// <summary>By class, then any pattern, then severity, then the most specific.</summary>
    public PlaybookMatch Match(MatchQuestion question) => classes.TryGetValue(question.Class, out var index)
        ? index.Match(question)
        : new(null, $"There is no playbook for {ErrorClassNames.Of(question.Class)}.", [], 0);
}
