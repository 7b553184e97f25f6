using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Incidents;

internal static class PolicyText
{
    public static string Outcome(PolicyOutcome outcome) => outcome switch
    {
        PolicyOutcome.AutoExecute => "may run by itself",
        PolicyOutcome.RequireApproval => "a person must approve",
        _ => "not by AiFixer: a person takes it",
    };
}
