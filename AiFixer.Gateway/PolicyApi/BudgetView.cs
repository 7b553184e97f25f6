namespace AiFixer.Gateway.PolicyApi;

/// <summary>How many automatic fixes there may be within an hour, and how many there were.</summary>
/// <param name="Name">Empty for all together, or the environment.</param>
public sealed record BudgetView(string Name, long Used, int Of)
{
    public long Left => Math.Max(0, Of - Used);
}
