using System.Globalization;

namespace AiFixer.TestSupport;

/// <summary>A Redis of its own on loopback that keeps nothing on disk.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "redis-server";
    private readonly TempFolder _folder = new();
    private ChildProcess? _process;

    private RedisServer()
    {
    }

    /// <summary>False where Debian's redis-server is missing.</summary>
    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Any(folder => File.Exists(Path.Combine(folder, Program)));

    public int Port { get; } = FreePort.Next();

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public static async Task<RedisServer> StartNewAsync()
    {
        var server = new RedisServer();
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again, with nothing in it.</summary>
    public async Task StartAsync()
    {
        await ForgetProcessAsync();
        _process = ChildProcess.Start(new(Program, [
            "--port", Port.ToString(CultureInfo.InvariantCulture),
            "--bind", "127.0.0.1",
            "--save", "",
            "--appendonly", "no",
            "--dir", _folder.Path,
        ]));
        await _process.LineAsync("Ready to accept connections");
    }

    public async Task StopAsync()
    {
        _process!.Send(Signal.Terminate);
        await _process.ExitedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetProcessAsync();
        _folder.Dispose();
    }

    private async Task ForgetProcessAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
    }
}
