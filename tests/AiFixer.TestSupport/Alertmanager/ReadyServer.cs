namespace AiFixer.TestSupport;

/// <summary>A program of Prometheus' kind on a free port of loopback, with a folder of its own: they all say at one place when they are ready.</summary>
public sealed class ReadyServer : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly ChildProcess _process;

    private ReadyServer(TempFolder folder, Uri address, ChildProcess process) =>
        (_folder, Address, _process, Http) = (folder, address, process, new HttpClient { BaseAddress = address });

    public Uri Address { get; }

    public HttpClient Http { get; }

    public IReadOnlyList<string> Output => _process.Output;

    /// <param name="name">What people call it.</param>
    /// <param name="program">Its program, given its folder and its address.</param>
    public static async Task<ReadyServer> StartAsync(string name, Func<TempFolder, Uri, ChildProcessOptions> program)
    {
        var (folder, address) = (new TempFolder(), new Uri($"http://127.0.0.1:{FreePort.Next()}/"));
        var server = new ReadyServer(folder, address, ChildProcess.Start(program(folder, address)));
        try
        {
            await Eventually.TrueAsync(server.IsReadyAsync, $"{name} is ready");
            return server;
        }
        catch (Exception failure)
        {
            var told = server._process.Describe("did not become ready");
            await server.DisposeAsync();
            throw new InvalidOperationException(told, failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Http.Dispose();
        _folder.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        if (_process.HasExited)
            throw new InvalidOperationException(_process.Describe("ended"));
        using var answer = await Http.GetAsync("-/ready");
        return answer.IsSuccessStatusCode;
    }
}
