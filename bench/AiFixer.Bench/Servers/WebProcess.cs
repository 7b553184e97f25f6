using System.Diagnostics;
using System.Globalization;
using System.Text;
using AiFixer.Bench.Load;
using AiFixer.TestSupport;

namespace AiFixer.Bench.Servers;

/// <summary>A server in a process of its own.</summary>
internal sealed class WebProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(10);
    private static readonly byte[] Ready = Encoding.ASCII.GetBytes("GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    private readonly ChildProcess _process;

    private WebProcess(ChildProcess process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public int Id => _process.Id;

    /// <summary>From the start of the process to the first 200 of <c>/readyz</c>.</summary>
    public TimeSpan StartTime { get; private set; }

    public long ResidentBytes => long.Parse(
        File.ReadLines($"/proc/{Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) * 1024;

    public TimeSpan Cpu
    {
        get
        {
            using var process = Process.GetProcessById(Id);
            return process.TotalProcessorTime;
        }
    }

    public static async Task<WebProcess> StartAsync(int port, ChildProcessOptions options)
    {
        var begin = Stopwatch.GetTimestamp();
        var server = new WebProcess(ChildProcess.Start(options), port);
        try
        {
            while (!server.IsReady())
            {
                if (server._process.HasExited || Stopwatch.GetElapsedTime(begin) > Patience)
                    throw new InvalidOperationException(server._process.Describe("did not become ready"));
                await Task.Delay(BetweenTries, TimeProvider.System);
            }

            server.StartTime = Stopwatch.GetElapsedTime(begin);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string Describe(string what) => _process.Describe(what);

    /// <summary>Asks it to end and waits until it has.</summary>
    public async Task StopAsync()
    {
        _process.Send(Signal.Terminate);
        await _process.ExitedAsync();
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private bool IsReady()
    {
        try
        {
            var requests = new Queue<byte[]>([Ready]);
            return LoadGenerator.Run(Port, 1, _ => requests.TryDequeue(out var next) ? next : default, LoadTime.UntilDone).All == 1;
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or IOException)
        {
            return false;
        }
    }
}
