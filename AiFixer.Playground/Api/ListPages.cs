using System.Globalization;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Api;

/// <summary>What is left of lists that were asked for in pages. A token expires with time and when too many lists are open.</summary>
internal sealed class ListPages(WorldClock clock, WorldIds ids)
{
    private const int MaxOpen = 64;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, Rest> open = new(StringComparer.Ordinal);

    public ListPage First(List<StoredObject> matches, long version, string? limit) =>
        Cut([.. matches.Select(match => (ListItem)match)], version, Limit(limit));

    public Result<ListPage> Continue(string token, string? limit)
    {
        if (!open.TryGetValue(token, out var rest) || rest.Expires < clock.Now)
            return StatusError.Expired();
        return Cut(rest.Items, rest.Version, Limit(limit));
    }

    /// <summary>Makes every token that was handed out too old.</summary>
    public void ExpireAll() => open.Clear();

    private ListPage Cut(IReadOnlyList<ListItem> items, long version, int limit)
    {
        if (items.Count <= limit)
            return new(items, version, "", null);
        if (open.Count >= MaxOpen)
            open.Remove(open.MinBy(pair => pair.Value.Expires).Key);
        var token = ids.Hex();
        open[token] = new([.. items.Skip(limit)], version, clock.Now + Lifetime);
        return new([.. items.Take(limit)], version, token, items.Count - limit);
    }

    private static int Limit(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? limit : int.MaxValue;

    private sealed record Rest(IReadOnlyList<ListItem> Items, long Version, DateTimeOffset Expires);
}
