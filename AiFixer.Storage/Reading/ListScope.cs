using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Reading;

/// <summary>
/// Which stretches of which indexes a list walks. Each condition is that of an index; the answers to several of them are
/// merged.
/// </summary>
internal sealed record ListScope(
    IReadOnlyList<ListPart> Parts, IReadOnlyList<string> Conditions, IReadOnlyList<(string Name, object? Value)> Parameters)
{
    private const string Heads = " and leader = ''";
    private const string Followers = " and leader <> ''";
    private const string HeadsOfStatus = " and leader || '' = ''";
    private const string FollowersOfStatus = " and leader || '' <> ''";
    private static readonly ListPart[] Everything = [default];

    public static ListScope Of(IncidentFilter filter, bool hasWords)
    {
        if (filter.Leader is { } leader)
            return Under(Followers + " and leader = @leader" + Status(filter), [("leader", leader.Value)]);
        if (filter.Target is { } target)
            return Under(Heads + " and target <> '' and target = @target", [("target", target)]);
        if (filter.Group is { } group)
            return Under(Heads + " and sender_group <> '' and sender_group = @group", [("group", group)]);
        var parts = ListParts.Of(filter);
        var all = hasWords || filter.WithFollowers;
        if (parts[0].IsEverything)
            return new(parts, [all ? "" : Heads], []);
        return new(parts, all ? [HeadsOfStatus, FollowersOfStatus] : [HeadsOfStatus], []);
    }

    private static ListScope Under(string condition, (string, object?)[] parameters) => new(Everything, [condition], parameters);

    // Said so that no index of statuses looks better than that of the leader: it would walk over the followers of others.
    private static string Status(IncidentFilter filter) => filter.Statuses is { Count: > 0 } statuses
        ? $" and status || '' in ({string.Join(", ", statuses.Select(status => $"'{Names.Of(status)}'"))})"
        : "";
}
