using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Classes;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Matching;

namespace AiFixer.Tests.Core.Playbooks;

/// <summary>Playbooks that tests are made of.</summary>
internal static class Playbooks
{
    public static Playbook Named(string id, params string[] patterns) => new()
    {
        Id = id,
        Name = $"The {id}",
        Version = "v1",
        Class = ErrorClass.DnsFail,
        Patterns = [.. patterns.Select(Pattern.Of)],
        Action = new(PlaybookActionType.AlertOnly, Message: "look"),
    };

    public static Playbook Selecting(this Playbook playbook, string[]? tasks = null, string[]? services = null, string[]? sources = null, string[]? targets = null) =>
        playbook with
        {
            Selection = new() { Tasks = [.. tasks ?? []], Services = [.. services ?? []], Sources = [.. sources ?? []], Targets = [.. targets ?? []] },
        };

    public static PlaybookMatch Match(MatchQuestion question, params Playbook[] playbooks) =>
        new PlaybookSet(ErrorClassRules.None, playbooks).Match(question);

    public static MatchQuestion Asking(string text, Severity severity = Severity.P2, string task = "") =>
        new(ErrorClass.DnsFail, severity, text, "exception", task);
}
