namespace AiFixer.Storage.SetBacks;

/// <summary>What was signed and is not in the database.</summary>
/// <param name="File">The checkpoints that say so.</param>
/// <param name="Line">The last of them.</param>
/// <param name="Entries">How many entries are missing at least.</param>
/// <param name="Until">When the last of them was signed.</param>
/// <param name="LastStream">The highest number that a stream has there.</param>
internal sealed record SignedAhead(string File, long Line, long Entries, DateTimeOffset Until, long LastStream);
