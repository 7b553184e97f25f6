using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class FreezeRule : IPolicyRule
{
    public string Name => "freeze";

    public string Describe(PolicyOptions options) =>
        $"Nothing runs by itself during {Listed.Of(options.Freezes.ConvertAll(freeze => freeze.Name))}.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question) =>
        question.Options.Freezes.Find(freeze => freeze.IsFor(question.Target, question.Environment)
            && WindowTimes.Has(freeze, question.Now, untilLast: true)) is { } freeze
            ? (PolicyOutcome.RequireApproval, $"Nothing runs by itself during {freeze.Name}.")
            : null;
}
