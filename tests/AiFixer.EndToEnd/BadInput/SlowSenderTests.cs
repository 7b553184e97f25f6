using System.Net.Sockets;
using System.Text;
using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.BadInput;

public sealed class SlowSenderTests
{
    private const int Connections = 500;

    /// <summary>Many times what they are given: when it is over they are never given up.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_hundred_connections_of_a_byte_a_second_hold_up_nobody_and_are_given_up()
    {
        using var folder = new TempFolder();
        var settings = new GatewaySettings { DataFolder = folder.Path, Patience = Endless };
        await using var gateway = await GatewayProcess.StartReadyAsync(settings.With("Gateway:Limits:HeaderTimeout", "20s"));
        var slow = await Task.WhenAll(Enumerable.Range(0, Connections).Select(i => OpenAsync(gateway.Address, i)));

        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        over.CancelAfter(Endless);
        var (sent, meanwhile) = (0, 0);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (slow.Any(sender => sender.Connected))
        {
            await AlertAsync(gateway, sent++);
            foreach (var sender in slow)
                Drip(sender);
            // Held up by them, it would be answered when they are gone.
            meanwhile += slow.Any(sender => sender.Connected) ? 1 : 0;
            await timer.WaitForNextTickAsync(over.Token);
        }

        meanwhile.ShouldBeGreaterThan(0);
        (await gateway.Api.AllAsync()).Count.ShouldBe(sent);
        Array.ForEach(slow, sender => sender.Dispose());
    }

    /// <summary>Half of them are slow with their headers, the others with the body.</summary>
    private static async Task<Socket> OpenAsync(Uri address, int number)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port, Stop);
        var head = "POST /webhooks/alertmanager HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(number % 2 == 0 ? head : head + "Content-Length: 100000\r\n\r\n"), Stop);
        return socket;
    }

    private static void Drip(Socket sender)
    {
        try
        {
            if (sender.Connected && !IsOver(sender))
                sender.Send("x"u8);
        }
        catch (SocketException)
        {
            sender.Close();
        }
    }

    private static bool IsOver(Socket sender)
    {
        if (!sender.Poll(0, SelectMode.SelectRead))
            return false;
        var over = sender.Receive(new byte[4096]) == 0;
        if (over)
            sender.Close();
        return over;
    }

    private static async Task AlertAsync(GatewayProcess gateway, int number)
    {
        var body = AlertBody.Firing(AlertBody.Labels("shop", $"checkout-{number}"), TimeProvider.System.GetUtcNow());
        (await gateway.Api.PostAsync("webhooks/alertmanager", body)).Code.ShouldBe(200);
    }
}
