using AiFixer.Core.Policy;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Tasks.Support;

/// <summary>The store knows of no stop; what this process knows is the test's to say.</summary>
internal sealed class SwitchedFacts : IPolicyFacts
{
    public PolicyFacts? Known { get; set; } = PolicyFacts.None;

    public Task<PolicyFacts> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(PolicyFacts.None);
}
