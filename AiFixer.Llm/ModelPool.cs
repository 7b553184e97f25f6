using AiFixer.Core.Ports;
using AiFixer.Llm.Analysis;
using AiFixer.Llm.Budgets;
using AiFixer.Llm.Cache;
using AiFixer.Llm.Chain;
using AiFixer.Llm.Providers;

namespace AiFixer.Llm;

/// <summary>All configured providers, their connections, and what is remembered about them, for one process.</summary>
internal sealed class ModelPool : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        // A redirect would carry the key to somebody else.
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly LlmOptions options;
    private readonly TimeProvider time;
    private readonly AnswerCache cache;
    private readonly SpendingBook spendings = new();
    private readonly CallIds ids = new();
    private readonly ProviderChain chain;

    public ModelPool(LlmOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        cache = new(options.Cache, time);
        chain = new([.. options.Providers.Select(Provider)], options, time);
    }

    /// <param name="offline">Works first, and alone when no model gives a valid answer.</param>
    /// <param name="world">The clock of what the plugins look at, which need not be that of the providers.</param>
    public IAnalyst Before(IAnalyst offline, IPluginHost plugins, TimeProvider world) =>
        new ChainAnalyst(offline, plugins, chain, cache, spendings, options, time, world);

    public void Dispose() => http.Dispose();

    private Provider Provider(ProviderOptions provider)
    {
        var dialect = Dialects.Of(provider);
        return new(
            provider,
            dialect.System,
            new ProviderClient(http, dialect, provider, ids, time),
            new(options.CircuitFailures, options.CircuitOpenFor, time),
            new(provider.RequestsPerMinute, provider.AtOnce, time));
    }
}
