using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Push;
using AiFixer.Playground.Lark.Rest;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark.Connection;

/// <summary>The platform's end of the long connections: any one of them gets an event.</summary>
internal sealed class ConnectionHub(PracticeLarkOptions options, RoomIds ids, ConnectionTickets tickets) : IPushWay
{
    private readonly ConcurrentDictionary<AppConnection, bool> open = [];
    private readonly Random random = new(options.Seed);
    private long sequence;
    private int places;

    public IReadOnlyCollection<AppConnection> Open => [.. open.Keys];

    public async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await AnswerWriter.WriteAsync(context, LarkAnswer.NotFound, isCut: false);
            return;
        }

        if (Refusal(context) is var (status, code, message))
        {
            context.Response.StatusCode = status;
            context.Response.Headers["Handshake-Status"] = code;
            context.Response.Headers["Handshake-Msg"] = message;
            context.Response.Headers["Handshake-Autherrcode"] = code;
            return;
        }

        try
        {
            await HoldAsync(context);
        }
        finally
        {
            Interlocked.Decrement(ref places);
        }
    }

    private async Task HoldAsync(HttpContext context)
    {
        using var connection = new AppConnection(await context.WebSockets.AcceptWebSocketAsync(), tickets.Config);
        open[connection] = true;
        try
        {
            await connection.RunAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // It is gone, one way or another.
        }
        finally
        {
            open.TryRemove(connection, out _);
        }
    }

    public async Task<PushAnswer> SendAsync(JsonObject envelope, CancellationToken cancellationToken)
    {
        var all = Open;
        if (all.Count == 0)
            return new(PushAnswer.NoAddress);
        using var late = new CancellationTokenSource(options.AnswerWithin, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var id = ids.Next("");
        try
        {
            return Read(await all.ElementAt(Pick(all.Count)).AskAsync(id, Frames(id, envelope), both.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(PushAnswer.TooLate);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or IOException)
        {
            return new(PushAnswer.NotReached);
        }
    }

    private static PushAnswer Read(PlatformFrame ack)
    {
        if ((int?)ack.Json?["code"] != 200)
            return new(PushAnswer.NotOk);
        var data = (string?)ack.Json["data"];
        return new(0, data is null ? "{}" : Encoding.UTF8.GetString(Convert.FromBase64String(data)));
    }

    private IEnumerable<PlatformFrame> Frames(string id, JsonObject envelope)
    {
        var payload = Encoding.UTF8.GetBytes(envelope.ToJsonString());
        var pieces = payload.Chunk(options.Connections.LargestPayload).ToList();
        for (var i = 0; i < pieces.Count; i++)
            yield return PlatformFrames.Event(Interlocked.Increment(ref sequence), id, pieces.Count, i, pieces[i], options.Time.GetUtcNow());
    }

    /// <returns>Null when it has a place, which it gives back when it ends: two that come at once must not both get the last.</returns>
    private (int Status, string Code, string Message)? Refusal(HttpContext context)
    {
        if (!tickets.Use(context.Request.Query["ticket"].ToString()))
            return (514, "1000040343", "the ticket is not good");
        if (Interlocked.Increment(ref places) <= options.Connections.Most)
            return null;
        Interlocked.Decrement(ref places);
        return (514, "1000040350", "the number of connections exceeded the limit");
    }

    private int Pick(int count)
    {
        lock (random)
            return random.Next(count);
    }
}
