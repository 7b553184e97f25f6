using System.Collections.Immutable;

namespace AiFixer.Core.Playbooks;

/// <summary>
/// Which trouble a playbook is for. A list that has entries must have one that fits; <c>*</c> stands for any letters.
/// </summary>
public sealed record PlaybookSelection
{
    public static PlaybookSelection Any { get; } = new();

    /// <summary>Which way it was reported, such as <c>exception</c> or <c>alertmanager</c>.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Names of jobs.</summary>
    public ImmutableArray<string> Tasks { get; init; } = [];

    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>Such as <c>deployment shop/checkout</c>.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    internal IEnumerable<(string Name, ImmutableArray<string> Wanted)> Lists =>
        [("source", Sources), ("task", Tasks), ("service", Services), ("target", Targets)];
}
