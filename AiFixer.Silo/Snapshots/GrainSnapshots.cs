using AiFixer.Core;
using AiFixer.Engine.Replays;
using AiFixer.Storage;
using Orleans.Runtime;
using Orleans.Storage;

namespace AiFixer.Silo.Snapshots;

/// <summary>Snapshots in Orleans's storage of grains.</summary>
internal sealed partial class GrainSnapshots(IServiceProvider services, ILogger<GrainSnapshots> logger) : ISnapshots
{
    public const string Storage = "snapshots";
    private const string Type = "incident";

    public async Task<StateSnapshot?> FindAsync(IncidentId id)
    {
        try
        {
            return (await ReadAsync(id)).State?.Snapshot;
        }
        catch (Exception e)
        {
            NotRead(id, e.Message);
            return null;
        }
    }

    public async Task KeepAsync(IncidentId id, StateSnapshot snapshot)
    {
        // This table is in clear: with an encrypted store beside it the journal is read again instead.
        if (services.GetRequiredService<JournalStore>().IsSealed)
            return;
        try
        {
            var kept = await ReadAsync(id);
            kept.State = new() { Snapshot = snapshot };
            await Provider.WriteStateAsync(Type, Key(id), kept);
        }
        catch (Exception e)
        {
            NotKept(id, e.Message);
        }
    }

    /// <summary>Asked for when it is needed: the silo starts it.</summary>
    private IGrainStorage Provider => services.GetRequiredKeyedService<IGrainStorage>(Storage);

    private async Task<GrainState<KeptSnapshot>> ReadAsync(IncidentId id)
    {
        var state = new GrainState<KeptSnapshot>(new());
        await Provider.ReadStateAsync(Type, Key(id), state);
        return state;
    }

    private static GrainId Key(IncidentId id) => GrainId.Create(Type, id.Value);

    [LoggerMessage(LogLevel.Warning, "The snapshot of {Incident} could not be read; its journal is: {Reason}")]
    private partial void NotRead(IncidentId incident, string reason);

    [LoggerMessage(LogLevel.Warning, "The snapshot of {Incident} could not be kept; its journal is read again next time: {Reason}")]
    private partial void NotKept(IncidentId incident, string reason);
}
