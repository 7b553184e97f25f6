namespace AiFixer.Plugins.Changes;

/// <summary>One change as the plugin shows it.</summary>
/// <param name="Source">Where it was read.</param>
internal sealed record ChangeData(
    string Kind, string At, string Source, string? Service, string? Sha, string? Version, string? Author, string? Message,
    IReadOnlyList<string>? Files, string? Diff, string? Flag, string? Change, string? Link);
