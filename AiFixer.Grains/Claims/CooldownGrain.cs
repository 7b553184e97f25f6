using AiFixer.Grains.Wire;
using Orleans.Concurrency;
using Orleans.Placement;

namespace AiFixer.Grains.Claims;

/// <summary>
/// The line for one claim. What it remembers is lost with its silo, and asked of the database again. It is where it was
/// wanted first: most targets only ever have one incident.
/// </summary>
[Reentrant]
[PreferLocalPlacement]
internal sealed class CooldownGrain(ClaimOrder order, TimeProvider patience) : Grain, ICooldownGrain
{
    private readonly ClaimTurns turns = order.Begin(patience);

    public async Task<Letter> EnterAsync(Letter wish, CancellationToken cancellationToken) => Letters.Write(
        await turns.EnterAsync(Letters.Read(wish, WireJson.Default.ClaimWish), cancellationToken), WireJson.Default.ClaimTurn);

    public Task LeaveAsync(Letter news)
    {
        turns.Leave(Letters.Read(news, WireJson.Default.ClaimNews));
        return Task.CompletedTask;
    }

    public Task ForgetAsync()
    {
        turns.Forget();
        return Task.CompletedTask;
    }
}
