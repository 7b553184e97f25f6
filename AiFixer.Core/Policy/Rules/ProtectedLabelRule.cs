using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

/// <summary>Speaks of the labels that the target has when it is looked at, not of what an alert says of it.</summary>
internal sealed class ProtectedLabelRule : IPolicyRule
{
    private static readonly string[] Labelled = ["pod", "pods", "container", "containers", "compose-service"];

    public string Name => "protected-label";

    public string Describe(PolicyOptions options) => $"Never changed: what has a label {Listed.Of(options.ProtectedLabels)}.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question)
    {
        if (question.Plan.Labels is not { } labels)
            return Unknown(question);
        foreach (var label in labels.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (question.Options.ProtectedLabels.Exists(wanted => Names(wanted, label)))
                return (PolicyOutcome.Escalate, $"{question.Target} is protected by its label {label}.");
        }

        return null;
    }

    private static (PolicyOutcome Outcome, string Reason)? Unknown(PolicyQuestion question) =>
        !question.Options.ProtectedLabels.IsEmpty && Labelled.Contains(question.Target.Kind, StringComparer.OrdinalIgnoreCase)
            ? (PolicyOutcome.RequireApproval, $"Nobody can tell which labels {question.Target} has.")
            : null;

    private static bool Names(string wanted, string label) =>
        label.Equals(wanted, StringComparison.OrdinalIgnoreCase)
        || (!wanted.Contains('=') && label.StartsWith(wanted + "=", StringComparison.OrdinalIgnoreCase));
}
