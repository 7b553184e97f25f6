namespace AiFixer.Storage.Backups;

/// <summary>A key file, told apart from another of the same name by the beginning of its digest.</summary>
public sealed record BackupKey(string Name, string Fingerprint);
