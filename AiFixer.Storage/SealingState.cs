namespace AiFixer.Storage;

/// <summary>How a store is encrypted.</summary>
/// <param name="Key">The name of the key.</param>
/// <param name="IsWhole">Everything that was there before it is encrypted with it too.</param>
/// <param name="Problem">Why it cannot be opened here; null when it can.</param>
public sealed record SealingState(string Key, DateTimeOffset Since, bool IsWhole, string? Problem);
