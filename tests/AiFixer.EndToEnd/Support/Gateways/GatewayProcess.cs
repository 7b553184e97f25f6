using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Support;

/// <summary>The service as its users run it: a process of its own.</summary>
public sealed class GatewayProcess : IAsyncDisposable
{
    private const string Gateway = "aifixer.dll";

    // Some look at more than a hundred incidents, on a machine that has other things to do.
    private static readonly TimeSpan LongestCommand = TimeSpan.FromMinutes(12);

    private GatewayProcess(ChildProcess process, Uri address, TimeSpan patience)
    {
        Process = process;
        Address = address;
        Api = new IncidentApi(address, patience);
    }

    public ChildProcess Process { get; }

    public Uri Address { get; }

    public IncidentApi Api { get; }

    public Uri Webhook => new(Address, "webhooks/alertmanager");

    /// <summary>Starts it and does not wait for anything.</summary>
    public static GatewayProcess Start(GatewaySettings settings, int? port = null)
    {
        var address = new Uri($"http://127.0.0.1:{port ?? FreePort.Next()}/");
        return new(ChildProcess.Start(Command(settings.Program ?? Gateway, settings, settings.Variables(address))), address, settings.Patience);
    }

    /// <summary>Starts it and waits until it takes alerts.</summary>
    public static async Task<GatewayProcess> StartReadyAsync(GatewaySettings settings, int? port = null)
    {
        var gateway = Start(settings, port);
        try
        {
            await gateway.ReadyAsync();
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one of the commands to its end and returns exit code and output.</summary>
    public static async Task<(int Code, string Output)> RunAsync(GatewaySettings settings, params IReadOnlyList<string> arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        await using var process = ChildProcess.Start(Command(Gateway, settings, settings.Variables(address), arguments));
        return (await process.ExitedAsync(LongestCommand), string.Join('\n', process.Output));
    }

    public async Task ReadyAsync(TimeSpan? limit = null)
    {
        try
        {
            await Eventually.TrueAsync(async () => Process.HasExited || await Api.StatusAsync("readyz") == 200, "the gateway is ready", limit);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException(Process.Describe("did not become ready"), late);
        }

        if (Process.HasExited)
            throw new InvalidOperationException(Process.Describe($"ended with {Process.ExitCode}"));
    }

    public Task KillAsync() => Process.KillAsync();

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        Api.Dispose();
    }

    private static ChildProcessOptions Command(
        string program, GatewaySettings settings, IReadOnlyDictionary<string, string?> variables, params IReadOnlyList<string> arguments) =>
        Line([.. settings.Under ?? [], DotnetHost.Path, Path.Combine(AppContext.BaseDirectory, program), .. arguments]) with { WorkingDirectory = settings.DataFolder, Environment = variables };

    private static ChildProcessOptions Line(IReadOnlyList<string> words) => new(words[0], [.. words.Skip(1)]);
}
