namespace AiFixer.Plugins.Http;

/// <summary>What answers and failures of HTTP say beyond their bodies.</summary>
internal static class Transport
{
    /// <summary>What really happened, under the exceptions that say that something did.</summary>
    public static string Cause(Exception e)
    {
        while (e.InnerException is { } inner)
            e = inner;
        return e.Message;
    }

    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
