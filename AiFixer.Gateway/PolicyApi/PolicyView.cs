using AiFixer.Core.Policy;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>The policy as it is now.</summary>
/// <param name="Version">Changes with every option; a grant given under another version is asked about again.</param>
/// <param name="Stopped">Who stopped AiFixer; null while nobody did.</param>
public sealed record PolicyView(
    PolicyMode Mode,
    string Version,
    StoppedView? Stopped,
    IReadOnlyList<RuleView> Rules,
    IReadOnlyList<BudgetView> Budgets,
    IReadOnlyList<EnvironmentView> Environments,
    IReadOnlyList<WindowView> Windows,
    IReadOnlyList<RememberedView> Remembered)
{
    /// <summary>Documents of the policy that cannot be read, by name: what they said does not count.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];
}
