namespace AiFixer.Plugins.Databases;

/// <summary>A replication slot.</summary>
internal sealed record SlotData(string Name, string Type, bool Active, string WalStatus, long? KeptBytes);
