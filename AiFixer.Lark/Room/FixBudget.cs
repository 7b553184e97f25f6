using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;

namespace AiFixer.Lark.Room;

/// <summary>How many automatic fixes may be made yet.</summary>
internal sealed class FixBudget(PolicyOptions policy, IBudgets budgets)
{
    public async Task<RoomFacts> ReadAsync(CancellationToken cancellationToken)
    {
        var taken = await budgets.TakenAsync(ClaimKeys.AutomaticFixes, cancellationToken);
        return new(Math.Max(policy.AutomaticFixesPerHour - taken, 0), policy.AutomaticFixesPerHour);
    }
}
