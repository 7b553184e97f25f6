using System.Collections.Immutable;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>One way in which a change can do harm: what it looks like in a diff, and what it leads to.</summary>
/// <param name="Leads">What one would see of it, with how typical that is.</param>
/// <param name="Find">How clearly a change does this, from 0 to 1, and what it does, in words; null when it does not.</param>
internal sealed record Mechanism(string Name, ImmutableArray<(Topic Topic, double Weight)> Leads, Func<ReadChange, (double Strength, string Says)?> Find)
{
    /// <summary>What it waits for before it does harm.</summary>
    public Occasion Waits { get; init; }

    public static ImmutableArray<(Topic, double)> To(params (Topic, double)[] leads) => [.. leads];
}
