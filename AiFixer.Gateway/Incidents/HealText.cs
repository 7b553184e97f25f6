using System.Globalization;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Playbooks;

namespace AiFixer.Gateway.Incidents;

/// <summary>Tells in sentences what playbooks do.</summary>
internal static class HealText
{
    public static (string Text, string Detail) Tell(IncidentEvent happened) => happened switch
    {
        PlaybookMatched e => ($"The playbook {e.Playbook.Name} fits", Matched(e.Playbook)),
        HealDue => ("Its playbook is about to act", ""),
        HealStarted e => (string.Create(CultureInfo.InvariantCulture, $"Attempt {e.Attempt.Number} to heal: {PlaybookActionNames.Of(e.Attempt.Type)}"), e.Attempt.Detail),
        HealSkipped e => (string.Create(CultureInfo.InvariantCulture, $"Attempt {e.Attempt.Number} to heal: {Result(e.Attempt.Result)}"), e.Attempt.Output),
        HealEnded e => (string.Create(CultureInfo.InvariantCulture, $"Attempt {e.Number} to heal: {Result(e.Result)}"), e.Output),
        HealParked e => ("Its playbook waits", string.Create(CultureInfo.InvariantCulture, $"{e.Reason}\nUntil {e.Task.Due:u}")),
        NoticeDue => ("People are about to be told", ""),
        _ => (happened.GetType().Name, ""),
    };

    public static string Result(HealResult? result) => result switch
    {
        null => "under way",
        HealResult.Success => "success",
        HealResult.Failed => "failed",
        HealResult.Quiet => "quiet",
        _ => "skipped",
    };

    private static string Matched(PlaybookUse playbook) => string.Join('\n', playbook.RunnersUp
        .Select(other => $"Not {other.Name}: it {other.Reason}.")
        .Prepend($"{playbook.Reason} Its version is {playbook.Version}."));
}
