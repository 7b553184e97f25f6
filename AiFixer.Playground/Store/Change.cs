namespace AiFixer.Playground.Store;

/// <summary>A change and the object's bytes right after it.</summary>
internal sealed record Change(long Version, ChangeKind Kind, StoredObject Object, byte[] Bytes);
