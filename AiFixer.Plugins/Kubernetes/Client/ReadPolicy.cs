using Polly;
using Polly.Retry;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>When a request that changes nothing is sent again: throttled, or its credential had just been replaced.</summary>
internal static class ReadPolicy
{
    private const int Attempts = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    public static ResiliencePipeline<KubeResult<KubeAnswer>> Create(TimeProvider time) =>
        new ResiliencePipelineBuilder<KubeResult<KubeAnswer>> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<KubeResult<KubeAnswer>>
            {
                MaxRetryAttempts = Attempts,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = static ended => new(MayHelp(ended.Outcome.Result?.Value, ended.AttemptNumber)),
                DelayGenerator = static ended => new(Wait(ended.Outcome.Result?.Value)),
            })
            .Build();

    private static bool MayHelp(KubeAnswer? answer, int attempt) =>
        answer is { Code: 401 } && attempt == 0
        || answer is { Code: 429 } && (answer.RetryAfter ?? TimeSpan.Zero) <= LongestWait;

    private static TimeSpan? Wait(KubeAnswer? answer) => answer is { Code: 401 } ? TimeSpan.Zero : answer?.RetryAfter;
}
