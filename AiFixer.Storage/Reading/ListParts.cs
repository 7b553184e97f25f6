using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Reading;

internal static class ListParts
{
    private static readonly IncidentStatus[] Statuses = Enum.GetValues<IncidentStatus>();
    private static readonly Severity[] Severities = Enum.GetValues<Severity>();

    /// <summary>What must be read for a filter; its text left aside.</summary>
    public static IReadOnlyList<ListPart> Of(IncidentFilter filter)
    {
        var statuses = Chosen(filter.Statuses, Statuses);
        var severities = Chosen(filter.Severities, Severities);
        if (statuses.Length == Statuses.Length && severities.Length == Severities.Length)
            return [default];
        return [.. statuses.SelectMany(status => severities.Select(severity => new ListPart(Names.Of(status), Names.Of(severity))))];
    }

    private static T[] Chosen<T>(IReadOnlyList<T>? wanted, T[] all) =>
        wanted is { Count: > 0 } ? [.. wanted.Distinct()] : all;
}
