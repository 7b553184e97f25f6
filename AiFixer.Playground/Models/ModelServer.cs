using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Playground.Api;

namespace AiFixer.Playground.Models;

/// <summary>
/// A model on loopback that does what a script says. It speaks as each provider does, each at its own paths, and refuses what
/// the provider would refuse.
/// </summary>
public sealed class ModelServer : IAsyncDisposable
{
    private static readonly IProviderForm[] Forms = [new OpenAiForm(), new AnthropicForm(), new OllamaForm(), new GeminiForm()];

    private readonly ConcurrentQueue<ModelRequest> requests = new();
    private readonly SemaphoreSlim stalled = new(0);
    private readonly Lock turn = new();
    private readonly IModelScript script;
    private ApiHost? host;

    private ModelServer(IModelScript script) => this.script = script;

    /// <summary>Where it listens.</summary>
    public Uri Url => host!.Url;

    /// <summary>Everything that was asked, in order.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. requests];

    /// <summary>Starts it on a port that is free.</summary>
    public static async Task<ModelServer> StartAsync(IModelScript script, CancellationToken cancellationToken, int port = 0)
    {
        var server = new ModelServer(script);
        server.host = await ApiHost.StartAsync(port, server.HandleAsync, server.HandleAsync, cancellationToken);
        return server;
    }

    /// <summary>Waits until an answer has stopped coming.</summary>
    public Task StalledAsync(CancellationToken cancellationToken) => stalled.WaitAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
        stalled.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (Forms.FirstOrDefault(form => form.Takes(path)) is not { } form || !HttpMethods.IsPost(context.Request.Method))
        {
            await ModelList.WriteAsync(context);
            return;
        }

        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject ?? [];
        if (form.Refusal(context.Request, body) is { } refusal)
        {
            await WriteAsync(context, 400, "application/json", form.Error(new(400, "invalid_request_error", refusal)).ToJsonString(), null);
            return;
        }

        var request = form.Read(context.Request, body);
        await AnswerAsync(context, form, request, Next(request));
    }

    private ModelStep Next(ModelRequest request)
    {
        lock (turn)
        {
            requests.Enqueue(request);
            return script.Next(request);
        }
    }

    private async Task AnswerAsync(HttpContext context, IProviderForm form, ModelRequest request, ModelStep step)
    {
        if (step.Stall == ModelStall.BeforeHeaders)
            await StallAsync(context);
        else if (step.Error is { InStream: false } error)
            await FailAsync(context, form, error);
        else
            await WriteAsync(context, 200, request.Stream ? form.StreamType : "application/json", Body(form, request, step), step);
    }

    private static string Body(IProviderForm form, ModelRequest request, ModelStep step)
    {
        if (step.Body is { } body)
            return body;
        if (!request.Stream)
            return form.Answer(request, step).ToJsonString();
        return step.Error is { } error
            ? form.Pieces(request, step).First() + form.ErrorPiece(error)
            : string.Concat(form.Pieces(request, step));
    }

    private Task FailAsync(HttpContext context, IProviderForm form, ModelError error)
    {
        if (error.RetryAfter is { } delay && form.RetryInHeader)
            context.Response.Headers.RetryAfter = delay.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return WriteAsync(context, error.Status, "application/json", JsonSerializer.Serialize(form.Error(error)), null);
    }

    private async Task WriteAsync(HttpContext context, int status, string type, string text, ModelStep? step)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        if (step?.CutAfter is { } cut)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, Math.Min(cut, bytes.Length)), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return;
        }

        if (step?.Stall == ModelStall.InTheBody)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await StallAsync(context);
            return;
        }

        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Until the caller goes away, or the server ends.</summary>
    private async Task StallAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        stalled.Release();
        await gone.Task;
    }
}
