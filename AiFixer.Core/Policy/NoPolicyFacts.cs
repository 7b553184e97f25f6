using AiFixer.Core.Ports;

namespace AiFixer.Core.Policy;

/// <summary>Nobody says anything, for whoever has no store.</summary>
public sealed class NoPolicyFacts : IPolicyFacts
{
    private NoPolicyFacts()
    {
    }

    public static NoPolicyFacts Instance { get; } = new();

    public PolicyFacts? Known => PolicyFacts.None;

    public Task<PolicyFacts> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(PolicyFacts.None);
}
