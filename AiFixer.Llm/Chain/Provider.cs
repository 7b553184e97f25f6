using AiFixer.Llm.Providers;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Chain;

/// <summary>One link of the chain: a client, and whether it should be asked now.</summary>
internal sealed class Provider(ProviderOptions options, string system, IChatClient client, ProviderHealth health, ProviderPace pace)
{
    public ProviderOptions Options { get; } = options;

    /// <summary>Its name in traces.</summary>
    public string System { get; } = system;

    public IChatClient Client { get; } = client;

    public ProviderHealth Health { get; } = health;

    public ProviderPace Pace { get; } = pace;
}
