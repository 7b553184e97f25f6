namespace AiFixer.Storage.Backups;

/// <summary>What the database was like at the moment it was copied.</summary>
/// <param name="CheckpointLines">Up to which line each file of checkpoints was known to it, by the file's id.</param>
/// <param name="Archives">The archives it refers to.</param>
internal sealed record DatabaseCopy(
    int Schema, DateTimeOffset At, long Incidents, IReadOnlyDictionary<string, long> CheckpointLines, IReadOnlyList<string> Archives);
