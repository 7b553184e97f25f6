using System.Globalization;
using System.Text.Json;
using AiFixer.Playground;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Playground.Kubectl;

/// <summary>The real kubectl and a world in real time whose pods take next to no time.</summary>
internal sealed class KubectlBench : IAsyncDisposable
{
    private static readonly string? Binary = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(folder => Path.Combine(folder, "kubectl")).FirstOrDefault(File.Exists);

    /// <summary>Older ones ask for what Kubernetes itself does not serve any more.</summary>
    private const int OldestMinor = 24;

    private readonly TempFolder folder = new();

    private KubectlBench(PracticeWorld world) => World = world;

    public PracticeWorld World { get; }

    public static async Task<KubectlBench> StartAsync()
    {
        Assert.SkipWhen(Binary is null, "kubectl is not installed");
        Assert.SkipWhen(await MinorAsync() < OldestMinor, "kubectl is older than 1.24");
        var bench = new KubectlBench(await PracticeWorld.StartAsync(new(), TestContext.Current.CancellationToken));
        bench.World.WriteKubeconfig(bench.folder.File("config"));
        return bench;
    }

    private static async Task<int> MinorAsync()
    {
        using var said = JsonDocument.Parse(string.Join('\n', await ChildProcess.RunAsync(new(Binary!, ["version", "--client", "-o", "json"]))));
        var minor = said.RootElement.GetProperty("clientVersion").GetProperty("minor").GetString()!;
        return int.Parse(minor.TrimEnd('+'), CultureInfo.InvariantCulture);
    }

    /// <summary>What it writes, with runs of blanks as one space; it must succeed.</summary>
    public async Task<string> RunAsync(string arguments) => Squeeze(await ChildProcess.RunAsync(Options(arguments)));

    /// <summary>What it writes when it fails.</summary>
    public async Task<string> FailAsync(string arguments)
    {
        await using var child = ChildProcess.Start(Options(arguments));
        (await child.ExitedAsync()).ShouldNotBe(0, string.Join('\n', child.Output));
        return Squeeze(child.Output);
    }

    public string Write(string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }

    public Task WhenAsync(Func<DeploymentHealth, bool> wanted, string deployment = "checkout") => Eventually.TrueAsync(
        () => World.Health("shop", deployment) is { } health && wanted(health), $"{deployment} is as wanted");

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        folder.Dispose();
    }

    private ChildProcessOptions Options(string arguments) =>
        new(Binary!, ["--kubeconfig", folder.File("config"), "-n", "shop", .. arguments.Split(' ')]) { Environment = new Dictionary<string, string?> { ["HOME"] = folder.Path } };

    private static string Squeeze(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(line => string.Join(' ', line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))));
}
