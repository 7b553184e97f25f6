using AiFixer.Playground.Access;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Faults;
using AiFixer.Playground.Recording;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>One Kubernetes request from its first byte to its last, with the faults of the API in between.</summary>
internal sealed class ApiHandler(
    ControlPlane world, Dispatcher dispatcher, WatchEndpoint watches, CallerReader callers, AccountTokens tokens, Gatekeeper gate, ApiFaults faults, WorldRecord record, PracticeWorldOptions options)
{
    private const int LargestBody = 3 * 1024 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        if (faults.Delay > TimeSpan.Zero)
            await Task.Delay(faults.Delay, options.Time, context.RequestAborted);
        if (faults.Outage == ApiOutage.Disconnected)
        {
            context.Abort();
            return;
        }

        if (Refusal(context) is { } refusal)
        {
            await WriteAsync(context, refusal);
            return;
        }

        var call = new ApiCall(context.Request, await BodyAsync(context));
        if (call.Body.Length > LargestBody)
            await WriteAsync(context, new StatusError(413, "RequestEntityTooLarge", "limit is 3145728"));
        else if (call.IsWrite && faults.TakeDroppedRequest())
            context.Abort();
        else if (call.IsWatch && ApiPath.Parse(call.Path) is { } path)
            await WatchAsync(context, path, call);
        else
            await AnswerAsync(context, call);
    }

    private StatusError? Refusal(HttpContext context)
    {
        if (faults.Outage == ApiOutage.Unavailable)
            return new(503, "ServiceUnavailable", "the server is currently unable to handle the request");
        var brought = context.Request.Headers.Authorization.ToString();
        if (options.BearerToken is { } token && brought != $"Bearer {token}" && !tokens.Knows(brought.Replace("Bearer ", "", StringComparison.Ordinal)))
            return StatusError.Unauthorized();
        return null;
    }

    private async Task AnswerAsync(HttpContext context, ApiCall call)
    {
        var dropped = false;
        Answer answer;
        lock (world.Gate)
        {
            world.CatchUp();
            answer = dispatcher.Handle(call);
            world.Drain();
            if (call.IsWrite && call.Path is not (AccessReviewEndpoint.Path or AccessReviewEndpoint.RulesPath))
            {
                dropped = faults.TakeDroppedAnswer();
                record.Add(call, world.Clock.Now, answer.Code, dropped);
            }
        }

        if (dropped)
            context.Abort();
        else
            await WriteAsync(context, answer);
    }

    private async Task WatchAsync(HttpContext context, ApiPath path, ApiCall call)
    {
        StatusError? error;
        Subscription? subscription;
        lock (world.Gate)
        {
            world.CatchUp();
            subscription = null;
            if (!callers.Read(call).Failed(out error, out var caller))
                error = gate.Refusal(caller, call);
            if (error is null)
                watches.Open(path, call).Failed(out error, out subscription);
        }

        if (subscription is null)
        {
            await WriteAsync(context, error!);
            return;
        }

        try
        {
            await watches.StreamAsync(subscription, call, context.Response, context.RequestAborted);
        }
        finally
        {
            watches.Close(subscription);
        }
    }

    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while (buffer.Length <= LargestBody && (read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
            buffer.Write(chunk, 0, read);
        return buffer.ToArray();
    }

    public static async Task WriteAsync(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = answer.Code;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }
}
