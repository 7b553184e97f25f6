namespace AiFixer.Gateway.Errors;

/// <summary>503 with the wish to be asked again.</summary>
internal sealed class RetryLater(string reason) : IResult
{
    private const string Seconds = "2";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = Seconds;
        return Problems.Make(StatusCodes.Status503ServiceUnavailable, "Not now.", reason).ExecuteAsync(httpContext);
    }
}
