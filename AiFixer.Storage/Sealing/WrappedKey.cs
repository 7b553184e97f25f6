namespace AiFixer.Storage.Sealing;

/// <summary>A data key as the store keeps it.</summary>
/// <param name="Number">The highest is the one that seals.</param>
/// <param name="MadeWith">The named key that wrapped it first.</param>
/// <param name="Name">The named key that wraps it now.</param>
/// <param name="IsWhole">Everything that was there before it was made is sealed with it by now.</param>
internal sealed record WrappedKey(long Number, string Id, string MadeWith, string Name, byte[] Wrapped, DateTimeOffset MadeAt, bool IsWhole);
