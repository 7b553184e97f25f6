namespace AiFixer.Plugins.Kubernetes;

/// <summary>A request that failed.</summary>
/// <param name="Failure">How.</param>
/// <param name="Message">What to tell people, in one sentence.</param>
/// <param name="Code">The HTTP status, when there was one.</param>
/// <param name="Reason">The API's reason, such as <c>NotFound</c>.</param>
/// <param name="Left">Whether the request, or a part of it, may have reached the server.</param>
/// <param name="ByBudget">A disruption budget said no, with the code of throttling: asking again soon does not help.</param>
internal sealed record KubeError(
    KubeFailure Failure, string Message, int Code = 0, string Reason = "", bool Left = true, bool ByBudget = false)
{
    /// <summary>The API says that the thing is not there. A proxy's page with the same code says nothing of it.</summary>
    public bool IsNotFound => Code == 404 && Reason == "NotFound";

    /// <summary>The API does not have this kind of thing at all, for which it has no words of its own.</summary>
    public bool IsNotServed => Code == 404;

    public bool IsExpired => Code == 410;

    /// <summary>Whether asking again later may help.</summary>
    public bool Retryable => Failure is KubeFailure.Unreachable or KubeFailure.TimedOut or KubeFailure.NotTried
        || (Code is 408 or 410 or 429 or >= 500 && !ByBudget);
}
