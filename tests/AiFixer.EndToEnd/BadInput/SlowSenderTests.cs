using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.BadInput;

public sealed class SlowSenderTests
{
    private const int Connections = 500;
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestStay = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_hundred_connections_of_a_byte_a_second_hold_up_nobody_and_are_given_up()
    {
        using var folder = new TempFolder();
        await using var gateway = await GatewayProcess.StartReadyAsync(new() { DataFolder = folder.Path });
        var slow = await Task.WhenAll(Enumerable.Range(0, Connections).Select(i => OpenAsync(gateway.Address, i)));

        var begin = Stopwatch.GetTimestamp();
        var longest = TimeSpan.Zero;
        var sent = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (slow.Any(sender => sender.Connected) && Stopwatch.GetElapsedTime(begin) < LongestStay)
        {
            foreach (var sender in slow)
                Drip(sender);
            longest = Max(longest, await AlertAsync(gateway, sent++));
            await timer.WaitForNextTickAsync(Stop);
        }

        slow.Count(sender => sender.Connected).ShouldBe(0);
        longest.ShouldBeLessThan(LongestAnswer);
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

    private static async Task<TimeSpan> AlertAsync(GatewayProcess gateway, int number)
    {
        var begin = Stopwatch.GetTimestamp();
        var body = AlertBody.Firing(AlertBody.Labels("shop", $"checkout-{number}"), TimeProvider.System.GetUtcNow());
        (await gateway.Api.PostAsync("webhooks/alertmanager", body)).Code.ShouldBe(200);
        return Stopwatch.GetElapsedTime(begin);
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
