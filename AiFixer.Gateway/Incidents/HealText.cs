using System.Globalization;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Texts;

namespace AiFixer.Gateway.Incidents;

/// <summary>Tells in sentences what playbooks do.</summary>
internal static class HealText
{
    public static (string Text, string Detail) Tell(IncidentEvent happened, TextBook words) => happened switch
    {
        PlaybookMatched e => (words.Say("timeline.playbook", e.Playbook.Name), Matched(e.Playbook, words)),
        HealDue => (words["timeline.playbook.due"], ""),
        HealStarted e => (words.Say("timeline.heal", e.Attempt.Number, PlaybookActionNames.Of(e.Attempt.Type)), e.Attempt.Detail),
        HealSkipped e => (words.Say("timeline.heal", e.Attempt.Number, Result(e.Attempt.Result, words)), e.Attempt.Output),
        HealEnded e => (words.Say("timeline.heal", e.Number, Result(e.Result, words)), e.Output),
        HealParked e => (words["timeline.playbook.waits"], words.Say("timeline.playbook.waits.until", e.Reason, e.Task.Due.ToString("u", CultureInfo.InvariantCulture))),
        NoticeDue => (words["timeline.notice"], ""),
        _ => (happened.GetType().Name, ""),
    };

    public static string Result(HealResult? result, TextBook words) => result is { } ended ? words.Name("heal", ended) : words["heal.underWay"];

    private static string Matched(PlaybookUse playbook, TextBook words) => string.Join('\n', playbook.RunnersUp
        .Select(other => words.Say("timeline.playbook.other", other.Name, other.Reason))
        .Prepend(words.Say("timeline.playbook.version", playbook.Reason, playbook.Version)));
}
