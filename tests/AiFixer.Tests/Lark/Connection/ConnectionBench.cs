using AiFixer.Lark;
using AiFixer.Lark.Connection;
using AiFixer.Lark.Intake;
using AiFixer.Playground.Lark;
using AiFixer.TestSupport;
using AiFixer.Tests.Lark.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Lark.Connection;

/// <summary>Our connections to a practice Lark; the clock belongs to the test.</summary>
internal sealed class ConnectionBench : IAsyncDisposable
{
    private readonly LarkConnections _ours;

    private ConnectionBench(LarkBench bench, LarkConnections ours, TakenEvents events) => (Bench, _ours, Events) = (bench, ours, events);

    public LarkBench Bench { get; }

    public PracticeLark Lark => Bench.Lark;

    public ManualTime Time => Bench.Time;

    public TakenEvents Events { get; }

    public IReadOnlyList<LongConnection> Ours => _ours.All;

    public static async Task<ConnectionBench> StartAsync(
        ConnectionRules? rules = null, int count = 1, Func<LarkOptions, LarkOptions>? change = null, int? open = null)
    {
        var bench = await LarkBench.StartAsync(
            new() { Connections = rules ?? new() },
            options => (change ?? (same => same))(options with { Mode = LarkMode.Connection, Connections = count }));
        var events = new TakenEvents();
        var intake = new LarkIntake(events, bench.Time, NullLogger<LarkIntake>.Instance);
        var ours = new LarkConnections(bench.Options, intake, new SocketsHttpHandler(), bench.Time, NullLogger<LongConnection>.Instance);
        await ours.StartAsync(LarkBench.Stop);
        var started = new ConnectionBench(bench, ours, events);
        await started.OpenAsync(open ?? count);
        return started;
    }

    /// <summary>Waits until so many connections are open on both sides.</summary>
    public Task OpenAsync(int count) => UntilAsync(
        () => Lark.Connections == count && Ours.Count(one => one.Problem is null) == count, $"{count} connections are open");

    public static Task UntilAsync(Func<bool> question, string what) => Eventually.TrueAsync(question, what, cancellation: LarkBench.Stop);

    /// <summary>Somebody writes, and it arrives; whatever was sent before did no harm.</summary>
    public async Task StillWorksAsync(string text = "still there?")
    {
        var written = Lark.Room.Write(Bench.Group, Bench.Alice, text);
        await UntilAsync(() => Lark.Deliveries.Any(one => one.Problem == 0) && Events.Messages.Any(one => one.Id == written.Id), "it arrived");
    }

    public async ValueTask DisposeAsync()
    {
        await _ours.StopAsync(CancellationToken.None);
        _ours.Dispose();
        await Bench.DisposeAsync();
    }
}
