using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Processes;

/// <summary>A place for a silo, which whoever looks after it fills again when its process is gone.</summary>
internal sealed class SiloSlot(GatewaySettings settings) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly int port = FreePort.Next();
    private readonly List<string> ended = [];
    private bool running;

    public Uri Address => new($"http://127.0.0.1:{port}/");

    public GatewaySettings Settings => settings;

    public GatewayProcess Silo { get; private set; } = null!;

    /// <summary>It has been ready and is not known to be gone.</summary>
    public bool IsUp { get; private set; }

    public async Task StartAsync()
    {
        Silo = GatewayProcess.Start(settings, port);
        running = true;
        await Silo.ReadyAsync(Patience);
        IsUp = true;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        IsUp = false;
        await Silo.KillAsync();
        await EndAsync("was killed");
    }

    /// <summary>SIGTERM; how it ended.</summary>
    public async Task<int> StopAsync()
    {
        IsUp = false;
        Silo.Process.Send(Signal.Terminate);
        var code = await Silo.Process.ExitedAsync(Patience);
        await EndAsync($"ended with {code}");
        return code;
    }

    /// <summary>The last lines of this silo and of those before it, for a failure message.</summary>
    public string Log => string.Join("\n\n", running ? [.. ended.TakeLast(1), Silo.Process.Describe("is there")] : ended.TakeLast(2));

    public async ValueTask DisposeAsync()
    {
        if (running)
            await Silo.DisposeAsync();
        running = false;
    }

    private async Task EndAsync(string how)
    {
        ended.Add(Silo.Process.Describe(how));
        await DisposeAsync();
    }
}
