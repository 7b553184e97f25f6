using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Playbooks;

namespace AiFixer.Tests.Core.Incidents.Support;

internal sealed partial class Story
{
    /// <summary>Triage finds a playbook.</summary>
    public Story Matched(PlaybookUse playbook) => Hears(new TaskInput.TriageDone(Task.Id, ErrorClass.DnsFail, playbook));

    public Story HealBegins() => Hears(new TaskInput.HealBegins(Task.Id));

    /// <summary>Parked until the open task's time, in which the sender said it again or did not.</summary>
    public Story ComesBack(bool reportedAgain = false)
    {
        var since = State.Parked!.Since;
        if (Task.Due > Now)
            Now = Task.Due;
        return Hears(new TaskInput.SenderHeard(Task.Id, reportedAgain ? since.AddSeconds(1) : since));
    }

    public Story WatchedAndHelped()
    {
        Sees(AiFixer.Plugins.TargetHealth.Healthy);
        return Waits(Rules.StabilisationWindow).Sees(AiFixer.Plugins.TargetHealth.Healthy);
    }

    public Story WatchedAndDidNotHelp() => Waits(Rules.VerificationTimeout).Sees(AiFixer.Plugins.TargetHealth.Unhealthy);
}
