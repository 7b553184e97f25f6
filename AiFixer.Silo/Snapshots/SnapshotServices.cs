using AiFixer.Engine.Replays;
using AiFixer.Grains.Membership;

namespace AiFixer.Silo.Snapshots;

/// <summary>Registers the storage of snapshots.</summary>
internal static class SnapshotServices
{
    /// <param name="database">Null where there is none: then there is the journal alone.</param>
    public static ISiloBuilder AddSnapshots(this ISiloBuilder silo, string? database)
    {
        if (database is null)
            return silo;
        silo.Services.AddSingleton<ISnapshots, GrainSnapshots>().AddSingleton<RememberedReplays>();
        return silo.AddAdoNetGrainStorage(GrainSnapshots.Storage, options =>
        {
            options.Invariant = ClusterDatabase.Invariant;
            options.ConnectionString = database;
            options.GrainStorageSerializer = new SnapshotSerializer();
        });
    }
}
