namespace AiFixer.Storage.Retention;

/// <summary>The first line: whoever looks for an incident need not read further when it cannot be here.</summary>
/// <param name="Format">How the lines below are to be read.</param>
/// <param name="First">The incident with the lowest id.</param>
/// <param name="Last">The one with the highest.</param>
internal sealed record ArchiveHead(int Format, DateTimeOffset At, string First, string Last, int Incidents)
{
    public const int Known = 1;

    public bool MayHold(string id) => string.CompareOrdinal(First, id) <= 0 && string.CompareOrdinal(id, Last) <= 0;
}
