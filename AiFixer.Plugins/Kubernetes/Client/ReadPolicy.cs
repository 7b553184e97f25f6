using Polly;
using Polly.Retry;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>
/// When a request that changes nothing is sent again: throttled for no longer than we would wait for an answer anyway, or
/// refused with a credential that can be replaced.
/// </summary>
internal static class ReadPolicy
{
    private const int Attempts = 3;

    public static ResiliencePipeline<KubeResult<KubeAnswer>> Create(TimeSpan patience, TimeProvider time) =>
        new ResiliencePipelineBuilder<KubeResult<KubeAnswer>> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<KubeResult<KubeAnswer>>
            {
                MaxRetryAttempts = Attempts,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = ended => new(MayHelp(ended.Outcome.Result?.Value, ended.AttemptNumber, patience)),
                DelayGenerator = static ended => new(Wait(ended.Outcome.Result?.Value)),
            })
            .Build();

    /// <summary>Who asks for as long a wait each time is given up once the waits together are over the limit.</summary>
    private static bool MayHelp(KubeAnswer? answer, int attempt, TimeSpan patience) =>
        answer is { Code: 401 } && attempt == 0
        || answer is { Code: 429 } && (answer.RetryAfter ?? TimeSpan.Zero) * (attempt + 1) <= patience;

    private static TimeSpan? Wait(KubeAnswer? answer) => answer is { Code: 401 } ? TimeSpan.Zero : answer?.RetryAfter;
}
