using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Interop;

/// <summary>npm's own kit for Lark, installed once, and small programs that use it.</summary>
public sealed class NodeSdk : IDisposable
{
    private const string Package = "@larksuiteoapi/node-sdk@1.74.0";
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(3);
    private static readonly string? Npm = Find("npm");
    private static readonly string? Node = Find("node");
    private readonly TempFolder _folder = new();
    private readonly SemaphoreSlim _turn = new(1);
    private bool _isInstalled;

    /// <summary>Starts a program of the module form; <c>lark</c> is the kit in it, arguments follow as texts.</summary>
    public async Task<ChildProcess> StartAsync(string program, params IEnumerable<string> arguments)
    {
        Assert.SkipWhen(Npm is null || Node is null, "npm is not installed");
        await InstallAsync();
        var file = _folder.File($"{Guid.CreateVersion7():N}.cjs");
        await File.WriteAllTextAsync(file, Prelude + program, TestContext.Current.CancellationToken);
        return ChildProcess.Start(new(Node!, [file, .. arguments])
        {
            WorkingDirectory = _folder.Path,
            Environment = new Dictionary<string, string?> { ["NO_PROXY"] = "127.0.0.1", ["no_proxy"] = "127.0.0.1" },
        });
    }

    public void Dispose()
    {
        _folder.Dispose();
        _turn.Dispose();
    }

    private async Task InstallAsync()
    {
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_isInstalled)
                await ChildProcess.RunAsync(new(Npm!, ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", _folder.Path, Package]) { WorkingDirectory = _folder.Path }, InstallLimit);
            _isInstalled = true;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private const string Prelude = """
        const lark = require('@larksuiteoapi/node-sdk');
        const args = process.argv.slice(2);
        const nothing = () => {};
        const quiet = { logger: { error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing } };
        process.on('unhandledRejection', error => { console.log('broken', error); process.exit(1); });

        """;
}
