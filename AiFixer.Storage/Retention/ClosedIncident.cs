namespace AiFixer.Storage.Retention;

/// <summary>Everything there is of an incident that goes.</summary>
internal sealed record ClosedIncident(ArchivedRow Row, IReadOnlyList<ArchivedEntry> Entries)
{
    public string Id => Row.Id;
}
