using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Connection;

/// <summary>One connection of the app, as the platform holds it.</summary>
internal sealed class AppConnection(WebSocket socket, Func<JsonObject> config) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<PlatformFrame>> asked = [];

    public int Pings { get; private set; }

    /// <summary>Takes pings and no longer answers them.</summary>
    public bool IsDeaf { get; set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        while (socket.State == WebSocketState.Open)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return;
            message.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage)
                continue;
            if (PlatformFrame.Read(message.ToArray()) is { } frame)
                await TakeAsync(frame, cancellationToken);
            message.SetLength(0);
        }
    }

    /// <summary>Sends frames and waits for the answer to their message.</summary>
    public async Task<PlatformFrame> AskAsync(string messageId, IEnumerable<PlatformFrame> frames, CancellationToken cancellationToken)
    {
        var answer = asked[messageId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            foreach (var frame in frames)
                await SendAsync(frame.ToBytes(), cancellationToken);
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            asked.TryRemove(messageId, out _);
        }
    }

    public async Task SendAsync(byte[] bytes, CancellationToken cancellationToken, WebSocketMessageType type = WebSocketMessageType.Binary)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(bytes, type, endOfMessage: true, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The line is cut, without a word.</summary>
    public void Cut() => socket.Abort();

    public void Dispose()
    {
        socket.Dispose();
        turn.Dispose();
    }

    private async Task TakeAsync(PlatformFrame frame, CancellationToken cancellationToken)
    {
        if (frame.Method == 0 && frame.Header("type") == "ping")
        {
            Pings++;
            if (!IsDeaf)
                await SendAsync((frame with { Headers = [("type", "pong")], Payload = Encoding.UTF8.GetBytes(config().ToJsonString()) }).ToBytes(), cancellationToken);
        }
        else if (frame.Method == 1 && asked.TryGetValue(frame.Header("message_id"), out var answer))
        {
            answer.TrySetResult(frame);
        }
    }
}
