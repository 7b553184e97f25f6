using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

internal sealed class AutoNamespaceRule : IPolicyRule
{
    public string Name => "auto-namespace";

    public bool YieldsToRemembered => true;

    public string Describe(PolicyOptions options) => $"Fixes run by themselves in {Listed.Of(options.AutoNamespaces)} only.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question) =>
        question.Options.AutoNamespaces.Exists(scope => Covers(scope, question.Target))
            ? null
            : (PolicyOutcome.RequireApproval, $"{Place(question.Target)} is not one where fixes run by themselves.");

    /// <summary>What has no namespace is only ever covered by a scope that names its connection.</summary>
    private static bool Covers(string scope, TargetRef target) => scope.Contains('/', StringComparison.Ordinal)
        ? Wildcard.Matches(scope, $"{target.Connection}/{target.Namespace}")
        : scope.Length > 0 && scope == target.Namespace;

    private static string Place(TargetRef target) =>
        target.Namespace.Length > 0 ? $"Namespace {target.Namespace}" : $"Connection {target.Connection} without a namespace";
}
