using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace AiFixer.Bench.Load;

/// <summary>One client: sends a request, waits for its answer, looks at nothing but the status and where the answer ends.</summary>
internal sealed class Connection : IDisposable
{
    private readonly byte[] _answer = new byte[1 << 20];
    private ReadOnlyMemory<byte> _unsent;
    private int _received;

    public Connection(int port)
    {
        Socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(IPAddress.Loopback, port);
        Socket.Blocking = false;
    }

    public Socket Socket { get; }

    /// <summary>When the request began to leave.</summary>
    public long StartedAt { get; private set; }

    public int Status { get; private set; }

    public bool WantsRoom => !_unsent.IsEmpty;

    public ReadOnlySpan<byte> Answer => _answer.AsSpan(0, _received);

    public void Send(ReadOnlyMemory<byte> request, long now)
    {
        StartedAt = now;
        _received = 0;
        _unsent = request;
        SendOn();
    }

    /// <summary>Goes on with what the socket is ready for. True when the whole answer is there.</summary>
    public bool GoOn()
    {
        if (!WantsRoom)
            return Receive();
        SendOn();
        return false;
    }

    public void Dispose() => Socket.Dispose();

    private void SendOn()
    {
        var sent = Socket.Send(_unsent.Span, SocketFlags.None, out var error);
        if (error is not (SocketError.Success or SocketError.WouldBlock))
            throw new SocketException((int)error);
        _unsent = _unsent[sent..];
    }

    private bool Receive()
    {
        var count = Socket.Receive(_answer.AsSpan(_received), SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
            return false;
        if (error != SocketError.Success || count == 0)
            throw new IOException($"The server closed the connection: {error}.");
        _received += count;
        return IsWhole();
    }

    private bool IsWhole()
    {
        var answer = Answer;
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        Status = Utf8Parser.TryParse(answer[9..], out int status, out _) ? status : 0;
        if (answer[..head].IndexOf("Content-Length: "u8) is var at and >= 0)
            return Utf8Parser.TryParse(answer[(at + 16)..], out int length, out _) && answer.Length >= head + 4 + length;
        return answer[..head].IndexOf("chunked"u8) < 0 || answer.EndsWith("\r\n0\r\n\r\n"u8);
    }
}
