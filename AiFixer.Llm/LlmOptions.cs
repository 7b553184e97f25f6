using System.Collections.Immutable;
using AiFixer.Llm.Budgets;
using AiFixer.Llm.Cache;
using AiFixer.Llm.Providers;

namespace AiFixer.Llm;

/// <summary>Which models are asked, and what that may cost. The section <c>Llm</c>.</summary>
internal sealed record LlmOptions
{
    /// <summary>In the order in which they are asked. None: the offline analyst works alone.</summary>
    public ImmutableList<ProviderOptions> Providers { get; init; } = [];

    public BudgetOptions Budget { get; init; } = new();

    public CacheOptions Cache { get; init; } = new();

    /// <summary>Tools that run at once for one incident: 1 to 32.</summary>
    public int ToolsAtOnce { get; init; } = 4;

    /// <summary>When every provider wants to be left alone for a while, the longest while that is waited: 0 s to 2 min.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a provider that fails is left alone at first; doubled each time, to at most ten minutes.</summary>
    public TimeSpan CircuitOpenFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Failures in a row that open its circuit: 1 to 100.</summary>
    public int CircuitFailures { get; init; } = 3;
}
