using AiFixer.Storage.Audit;

namespace AiFixer.Storage.Backups;

/// <summary>What was put back.</summary>
/// <param name="Audit">Whether it is what was written once.</param>
/// <param name="MissingKeys">Keys that belong to it and are not here.</param>
/// <param name="SetAside">The checkpoints that were here before; null when there were none.</param>
public sealed record RestoreReport(BackupManifest Manifest, AuditReport Audit, IReadOnlyList<BackupKey> MissingKeys, string? SetAside);
