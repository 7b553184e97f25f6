namespace AiFixer.Storage.Backups;

/// <summary>What the database was like at the moment it was copied.</summary>
/// <param name="CheckpointLines">Up to which line each file of checkpoints was known to it, by the file's id.</param>
/// <param name="Archives">The archives it refers to.</param>
/// <param name="SealedWith">The name of the key without which nothing in it can be read; null when it is in clear.</param>
internal sealed record DatabaseCopy(
    int Schema, DateTimeOffset At, long Incidents, IReadOnlyDictionary<string, long> CheckpointLines, IReadOnlyList<string> Archives, string? SealedWith);
