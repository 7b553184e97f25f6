using Polly;
using Polly.Retry;

namespace AiFixer.Plugins.Hosting;

/// <summary>Asks a diagnostic again, with jitter, when it says that may help.</summary>
internal static class ReadRetry
{
    public static ResiliencePipeline<PluginResult> Create(PluginHostOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<PluginResult> { TimeProvider = time };
        if (options.ReadRetries == 0)
            return builder.Build();
        return builder.AddRetry(new RetryStrategyOptions<PluginResult>
        {
            MaxRetryAttempts = options.ReadRetries,
            Delay = options.ReadRetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = static ended => new(ended.Outcome.Result is { Success: false, Retryable: true }),
        }).Build();
    }
}
