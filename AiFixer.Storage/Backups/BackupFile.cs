namespace AiFixer.Storage.Backups;

/// <summary>One file of a backup, by which it shows that it is whole.</summary>
/// <param name="Name">Within the backup, with <c>/</c> between folders.</param>
public sealed record BackupFile(string Name, long Bytes, string Sha256);
