namespace AiFixer.Plugins.Kubernetes;

/// <summary>The items of a list, all pages together.</summary>
/// <param name="Items">The items.</param>
/// <param name="More">Whether there are more than were asked for.</param>
internal sealed record KubeItems<T>(IReadOnlyList<T> Items, bool More);
