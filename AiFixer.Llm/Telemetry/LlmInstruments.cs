using System.Diagnostics;
using System.Diagnostics.Metrics;
using AiFixer.Llm.Chain;

namespace AiFixer.Llm.Telemetry;

/// <summary>Spans and counters of calls to models, named as OpenTelemetry's conventions for generative AI want it.</summary>
internal static class LlmInstruments
{
    public const string Name = "AiFixer.Llm";

    internal static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Tokens = Meter.CreateCounter<long>("gen_ai.client.token.usage", "{token}");

    internal static readonly Counter<double> Money = Meter.CreateCounter<double>("aifixer.llm.cost");

    internal static readonly Counter<long> Faults = Meter.CreateCounter<long>("aifixer.llm.faults", "{fault}");

    internal static readonly Counter<long> CacheHits = Meter.CreateCounter<long>("aifixer.llm.cache.hits", "{hit}");

    public static ModelCall Call(Provider provider) => new(provider, Activities.StartActivity($"chat {provider.Options.Model}", ActivityKind.Client));
}
