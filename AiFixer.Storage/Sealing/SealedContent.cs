using AiFixer.Core.Journal;

namespace AiFixer.Storage.Sealing;

/// <summary>What an append brings, as it will be kept.</summary>
internal readonly record struct SealedContent(ReadOnlyMemory<byte> Entry, ReadOnlyMemory<byte> Snapshot, IReadOnlyList<Blob> Blobs);
