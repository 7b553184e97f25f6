namespace AiFixer.Plugins.Http;

/// <summary>A request that failed.</summary>
/// <param name="Failure">How.</param>
/// <param name="Message">What to tell people, in one sentence.</param>
/// <param name="Code">The HTTP status, when there was one.</param>
internal sealed record HttpError(HttpFailure Failure, string Message, int Code = 0)
{
    /// <summary>Whether asking again later may help.</summary>
    public bool Retryable => Failure is HttpFailure.Unreachable or HttpFailure.TimedOut or HttpFailure.NotTried || Code is 408 or 429 or >= 500;

    public PluginResult ToResult() => PluginResult.Failed(Message, Retryable);
}
