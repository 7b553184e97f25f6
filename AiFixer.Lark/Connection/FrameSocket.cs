using System.Net.WebSockets;
using AiFixer.Lark.Intake;

namespace AiFixer.Lark.Connection;

/// <summary>Frames over a web socket: one message each, sent one at a time, none larger than what we can keep in mind.</summary>
internal sealed class FrameSocket(WebSocket socket) : IDisposable
{
    private const int LargestMessage = 4 * 1024 * 1024;
    private readonly SemaphoreSlim turn = new(1);
    private readonly byte[] buffer = new byte[16 * 1024];

    public async Task SendAsync(Frame frame, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(FrameWriter.Write(frame), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The next frame that can be read; what cannot is passed by. Null when the other side has closed.</summary>
    public async Task<Frame?> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (type, message) = await MessageAsync(cancellationToken);
            if (type == WebSocketMessageType.Close)
                return null;
            if (message is null)
                LarkInstruments.FrameDropped("too large");
            else if (type == WebSocketMessageType.Text)
                LarkInstruments.FrameDropped("text");
            else if (FrameReader.Read(message) is { } frame)
                return frame;
            else
                LarkInstruments.FrameDropped("unreadable");
        }
    }

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
    }

    public void Dispose()
    {
        socket.Dispose();
        turn.Dispose();
    }

    /// <returns>Null instead of the message when it is too large; it is read to its end, and the connection goes on.</returns>
    private async Task<(WebSocketMessageType Type, byte[]? Message)> MessageAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var isTooLarge = false;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            isTooLarge |= message.Length + part.Count > LargestMessage;
            if (!isTooLarge)
                message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage || part.MessageType == WebSocketMessageType.Close)
                return (part.MessageType, isTooLarge ? null : message.ToArray());
        }
    }
}
