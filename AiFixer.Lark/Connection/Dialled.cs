using System.Net.WebSockets;

namespace AiFixer.Lark.Connection;

/// <summary>An open connection, or why there is none.</summary>
internal sealed record Dialled(WebSocket? Socket, string Problem = "", bool IsFatal = false)
{
    private const int AuthenticationFailed = 514;
    private const string TooMany = "1000040350";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public static async Task<Dialled> DialAsync(Uri url, TimeProvider time, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(url, both.Token);
            return new(socket);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            return new(null, $"no connection within {Limit.TotalSeconds} s");
        }
        catch (WebSocketException e)
        {
            using (socket)
                return Refused(socket, e);
        }
        catch (Exception)
        {
            socket.Dispose();
            throw;
        }
    }

    private static Dialled Refused(ClientWebSocket socket, WebSocketException e)
    {
        var status = (int)socket.HttpStatusCode;
        var headers = socket.HttpResponseHeaders;
        var code = Header(headers, "Handshake-Autherrcode");
        var problem = status == 0 ? e.GetBaseException().Message : $"HTTP {status} {Header(headers, "Handshake-Msg")} {code}".Trim();
        return new(null, problem, status == 403 || (status == AuthenticationFailed && code == TooMany));
    }

    private static string Header(IReadOnlyDictionary<string, IEnumerable<string>>? headers, string name) =>
        headers?.FirstOrDefault(one => one.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() ?? "";
}
