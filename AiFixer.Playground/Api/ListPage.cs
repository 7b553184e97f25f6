using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>A page of a list; <see cref="Next"/> is empty on the last one.</summary>
internal sealed record ListPage(IReadOnlyList<ListItem> Items, long Version, string Next, int? Remaining);
