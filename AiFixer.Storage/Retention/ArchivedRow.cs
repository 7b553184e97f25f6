namespace AiFixer.Storage.Retention;

/// <summary>An incident's row as it was. Its entries follow, and before it the blobs they refer to.</summary>
internal sealed record ArchivedRow(
    string Id,
    long Version,
    string Digest,
    string Status,
    string Severity,
    string Title,
    string Fingerprint,
    string Target,
    DateTimeOffset OpenedAt,
    DateTimeOffset UpdatedAt,
    long Repeats,
    DateTimeOffset LastSeen,
    Bytes Snapshot,
    IReadOnlyList<string> Blobs);
