using AiFixer.Core.Incidents;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Matching;
using AiFixer.Core.Policy;

namespace AiFixer.Tests.Core.Incidents.Support;

/// <summary>Playbooks as triage finds them.</summary>
internal static class Healers
{
    public static readonly TimeSpan Cooldown = TimeSpan.FromMinutes(30);

    public static PlaybookUse Restarts(int tries = 2, PolicyMode? mode = null) =>
        Use(new(PlaybookActionType.Plugin, Given.Request()), tries, mode);

    public static PlaybookUse Waits(int tries = 2, PolicyMode? mode = null) =>
        Use(new(PlaybookActionType.WaitRetry, Wait: TimeSpan.FromMinutes(30)), tries, mode);

    public static PlaybookUse Tells(PolicyMode? mode = null) =>
        Use(new(PlaybookActionType.AlertOnly, Message: "Log in again."), 1, mode);

    private static PlaybookUse Use(PlaybookAction action, int tries, PolicyMode? mode) => new(
        "dns", "DNS", "v1", action, Cooldown, tries, mode, "task/import", "It fits.", [new RunnerUp("other", "Other", "is less specific")], 1);
}
