using System.Diagnostics;
using System.Diagnostics.Metrics;
using AiFixer.Llm.Chain;
using AiFixer.Llm.Providers;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Telemetry;

/// <summary>Spans and counters of calls to models, named as OpenTelemetry's conventions for generative AI want it.</summary>
internal static class LlmInstruments
{
    public const string Name = "AiFixer.Llm";

    internal static readonly ActivitySource Activities = new(new ActivitySourceOptions(Name) { TelemetrySchemaUrl = GenAi.Schema });

    private static readonly Meter Meter = new(new MeterOptions(Name) { TelemetrySchemaUrl = GenAi.Schema });

    internal static readonly Histogram<int> Tokens = Meter.CreateHistogram(
        GenAi.TokenUsage, "{token}", "Tokens of calls to models, in and out.", advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = GenAi.TokenBuckets });

    internal static readonly Histogram<double> Durations = Meter.CreateHistogram(
        GenAi.Duration, "s", "How long calls to models take.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = GenAi.DurationBuckets });

    internal static readonly Counter<double> Money = Meter.CreateCounter<double>("aifixer.llm.cost", description: "What models cost, in the currency of their prices.");

    internal static readonly Counter<long> Faults = Meter.CreateCounter<long>("aifixer.llm.faults", "{fault}", "Calls to models that gave no answer, by what was wrong.");

    private static readonly Counter<long> Asked = Meter.CreateCounter<long>("aifixer.llm.cache.lookups", description: "Questions to models, by whether an answer was had before.");

    public static ModelCall Call(Provider provider, IReadOnlyList<ChatMessage> messages, ChatOptions chat, TimeProvider time) =>
        new(provider, messages, chat, Activities.StartActivity($"chat {provider.Options.Model}", ActivityKind.Client), time);

    /// <param name="about"><c>analysis</c> or <c>proposals</c>.</param>
    public static void Cached(string about, bool hit)
    {
        Asked.Add(1, new("about", about), new("result", hit ? "hit" : "miss"));
        if (Activity.Current is { IsAllDataRequested: true } around)
            around.SetTag($"aifixer.llm.cache.{about}", hit ? "hit" : "miss");
    }
}
