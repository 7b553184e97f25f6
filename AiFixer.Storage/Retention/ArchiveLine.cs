namespace AiFixer.Storage.Retention;

/// <summary>One line of an archive: the head, an incident, one of its entries, a blob or the end. One of them is there.</summary>
internal sealed record ArchiveLine
{
    public ArchiveHead? Archive { get; init; }

    public ArchivedRow? Incident { get; init; }

    public ArchivedEntry? Entry { get; init; }

    public ArchivedBlob? Blob { get; init; }

    public ArchiveEnd? End { get; init; }
}
