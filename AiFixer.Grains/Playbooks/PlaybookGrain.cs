using AiFixer.Core.Ports;
using AiFixer.Grains.Claims;
using AiFixer.Grains.Wire;
using Orleans.Concurrency;
using Orleans.Placement;

namespace AiFixer.Grains.Playbooks;

/// <summary>The lines and the record of one playbook. What it remembers is lost with its silo, and asked of the database again.</summary>
[Reentrant]
[PreferLocalPlacement]
internal sealed class PlaybookGrain(ClaimOrder order, StoredRecords stored, TimeProvider patience) : Grain, IPlaybookGrain
{
    private readonly PlaybookLines lines = new(order, patience);
    private readonly RecordMemory record = new(order.Options, patience);

    public async Task<Letter> EnterAsync(string claim, Letter wish, CancellationToken cancellationToken) => Letters.Write(
        await lines.Of(claim).EnterAsync(Letters.Read(wish, WireJson.Default.ClaimWish), cancellationToken), WireJson.Default.ClaimTurn);

    public Task LeaveAsync(string claim, Letter news)
    {
        lines.Find(claim)?.Leave(Letters.Read(news, WireJson.Default.ClaimNews));
        return Task.CompletedTask;
    }

    public Task ForgetAsync(string claim)
    {
        lines.Find(claim)?.Forget();
        return Task.CompletedTask;
    }

    public Task CountedAsync()
    {
        record.Counted();
        return Task.CompletedTask;
    }

    public async Task<Letter?> RecordAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Letters.Write(
                await record.ReadAsync(() => stored.Inner.FindAsync(this.GetPrimaryKeyString(), cancellationToken)), WireJson.Default.PlaybookRecord);
        }
        catch (JournalUnavailableException)
        {
            // The caller asks the same database, and says what is wrong with it.
            return null;
        }
    }
}
