using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Classes;
using AiFixer.Core.Playbooks.Matching;

namespace AiFixer.Gateway.Playbooks;

/// <summary>Which playbook would be found.</summary>
/// <param name="Playbook">Left out when none would.</param>
/// <param name="Does">What it would do; left out with it.</param>
/// <param name="Others">How many others have a pattern that occurs.</param>
internal sealed record PlaybookTrialAnswer(
    string Class, Severity Severity, string? Playbook, string? Name, string? Does, string Reason, IReadOnlyList<RunnerUp> RunnersUp, int Others)
{
    public static PlaybookTrialAnswer Of(ErrorClass error, Severity severity, PlaybookMatch match) => new(
        ErrorClassNames.Of(error),
        severity,
        match.Playbook?.Id,
        match.Playbook?.Name,
        match.Playbook?.Action.Detail,
        match.Reason,
        match.RunnersUp,
        match.Others);
}
