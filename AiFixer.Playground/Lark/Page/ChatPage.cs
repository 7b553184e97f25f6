using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark.Page;

/// <summary>A page on which people write and click in the practice Lark; whatever is no part of it goes on to the platform's own endpoints.</summary>
internal sealed class ChatPage(PracticeLarkOptions options, LarkRoom room, RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private const int Largest = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path != "/" && !path.StartsWith("/chat", StringComparison.Ordinal))
            return next(context);
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        return (context.Request.Method, path) switch
        {
            ("GET", "/chat/state") => StateAsync(context),
            ("GET", _) when ChatAssets.Find(path) is { } asset => SendAsync(context, asset.Type, asset.Content),
            ("POST", _) when !IsOurs(context.Request) => RefuseAsync(context, StatusCodes.Status403Forbidden, "only this page itself may do that"),
            ("POST", _) => ActAsync(context, path),
            _ => RefuseAsync(context, StatusCodes.Status404NotFound, "there is nothing here"),
        };
    }

    /// <summary>No other page that its visitor has open may write or click here.</summary>
    private static bool IsOurs(HttpRequest request) =>
        request.HasJsonContentType()
        && request.Host.Host is "127.0.0.1" or "localhost" or "[::1]"
        && (request.Headers.Origin is [] || request.Headers.Origin == $"{request.Scheme}://{request.Host}");

    /// <summary>Answers when there is something that the page has not seen, or after a while.</summary>
    private async Task StateAsync(HttpContext context)
    {
        if (long.TryParse(context.Request.Query["since"], out var since))
        {
            using var patience = new CancellationTokenSource(Patience, options.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
            try
            {
                await room.ChangedAsync(since, either.Token);
            }
            catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
            {
                // Nothing happened: the page asks again.
            }
        }

        await SendAsync(context, "application/json", JsonSerializer.SerializeToUtf8Bytes(RoomState.Of(room)));
    }

    private async Task ActAsync(HttpContext context, string path)
    {
        var body = context.Request.ContentLength > Largest ? null : await ReadAsync(context);
        if (body is null || room.Person(Said(body, "by")) is not { } person)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "who does that?");
            return;
        }

        var answer = path switch
        {
            "/chat/write" => Write(body, person),
            "/chat/click" => await ClickAsync(body, person, context.RequestAborted),
            "/chat/react" => React(body, person),
            _ => null,
        };
        if (answer is null)
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "there is no such chat, message or deed");
        else
            await SendAsync(context, "application/json", JsonSerializer.SerializeToUtf8Bytes(answer));
    }

    private static async Task<JsonObject?> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonObject? Write(JsonObject body, RoomPerson by)
    {
        var chat = Said(body, "chat") is { Length: > 0 } id ? room.Chat(id) : room.Private(by);
        return chat is null || Said(body, "text").Trim() is not { Length: > 0 } text
            ? null
            : new JsonObject { ["message"] = room.Write(chat, by, text, Said(body, "replyTo") is { Length: > 0 } answered ? answered : null).Id };
    }

    private async Task<JsonObject?> ClickAsync(JsonObject body, RoomPerson by, CancellationToken cancellationToken)
    {
        if (room.Message(Said(body, "message")) is not { Card: not null } message)
            return null;
        var outcome = await room.ClickAsync(
            message.Id, by, body["value"] as JsonObject ?? [], body["form"] as JsonObject, Said(body, "name"), cancellationToken);
        return new() { ["code"] = outcome.Code, ["toast"] = outcome.Toast?.DeepClone() };
    }

    private JsonObject? React(JsonObject body, RoomPerson by)
    {
        if (room.Message(Said(body, "message")) is not { } message || Said(body, "emoji") is not { Length: > 0 and <= 40 } emoji)
            return null;
        room.React(message.Id, by, emoji);
        return [];
    }

    private static string Said(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        return SendAsync(context, "application/json", JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["problem"] = why }));
    }

    private static async Task SendAsync(HttpContext context, string type, ReadOnlyMemory<byte> content)
    {
        context.Response.ContentType = $"{type}; charset=utf-8";
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }
}
