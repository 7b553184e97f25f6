using Polly;
using Polly.Retry;

namespace AiFixer.Plugins.Http;

/// <summary>When a request that changes nothing is sent again: throttled, or its credential had just been replaced.</summary>
internal static class ReadRetries
{
    private const int Attempts = 3;

    /// <param name="patience">How long a wait may be that the backend asks for: as long as we would wait for an answer.</param>
    /// <param name="time">Whose time.</param>
    /// <param name="answered">The HTTP status and how long the backend wants us to wait; null when there was no answer.</param>
    public static ResiliencePipeline<T> Create<T>(TimeSpan patience, TimeProvider time, Func<T?, (int Code, TimeSpan? RetryAfter)?> answered)
        where T : class =>
        new ResiliencePipelineBuilder<T> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<T>
            {
                MaxRetryAttempts = Attempts,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = ended => new(MayHelp(answered(ended.Outcome.Result), ended.AttemptNumber, patience)),
                DelayGenerator = ended => new(Wait(answered(ended.Outcome.Result))),
            })
            .Build();

    /// <summary>Who asks for as long a wait each time is given up once the waits together are over the limit.</summary>
    private static bool MayHelp((int Code, TimeSpan? RetryAfter)? answer, int attempt, TimeSpan patience) =>
        answer is { Code: 401 } && attempt == 0
        || answer is { Code: 429 } throttled && (throttled.RetryAfter ?? TimeSpan.Zero) * (attempt + 1) <= patience;

    private static TimeSpan? Wait((int Code, TimeSpan? RetryAfter)? answer) => answer is { Code: 401 } ? TimeSpan.Zero : answer?.RetryAfter;
}
