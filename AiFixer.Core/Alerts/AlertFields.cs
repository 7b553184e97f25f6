using System.Collections.Immutable;

namespace AiFixer.Core.Alerts;

/// <summary>What one alert of a body says, before it is mapped. The first thing that is wrong with it is its problem.</summary>
internal sealed class AlertFields(int start)
{
    private static readonly ImmutableSortedDictionary<string, string> None =
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Where it begins and ends in the body.</summary>
    public int Start { get; } = start;

    public int End { get; set; }

    public ImmutableSortedDictionary<string, string>.Builder Labels { get; } = None.ToBuilder();

    public ImmutableSortedDictionary<string, string>.Builder Annotations { get; } = None.ToBuilder();

    public string? Name { get; set; }

    public string? Status { get; set; }

    public string? Summary { get; set; }

    public string? Description { get; set; }

    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    public string? Link { get; set; }

    /// <summary>The group in which the sender put it.</summary>
    public string? Group { get; set; }

    public string? Problem { get; private set; }

    /// <summary>The store did not take it: no more of it is kept than its payload, and no more of that than is allowed.</summary>
    public bool IsRefused { get; private set; }

    public void Refuse()
    {
        IsRefused = true;
        Wrong("the store did not take it");
    }

    public void Wrong(string problem) => Problem ??= problem;
}
