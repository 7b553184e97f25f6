using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Playground;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Deployment;

/// <summary>A practice world to which overlays are applied by the real kubectl, and read back.</summary>
internal sealed class ClusterBench : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly HttpClient http;

    private ClusterBench(PracticeWorld world)
    {
        World = world;
        http = new() { BaseAddress = world.Url };
        world.WriteKubeconfig(folder.File("config"));
    }

    public PracticeWorld World { get; }

    public TempFolder Folder => folder;

    public static async Task<ClusterBench> StartAsync(TimeProvider? time = null)
    {
        Assert.SkipWhen(Kustomize.Kubectl is null, "kubectl is not installed");
        return new(await PracticeWorld.StartAsync(new() { Time = time ?? TimeProvider.System }, TestContext.Current.CancellationToken));
    }

    public static async Task<ClusterBench> WithAsync(string overlay)
    {
        var bench = await StartAsync();
        await bench.ApplyAsync(overlay);
        return bench;
    }

    public Task<string> ApplyAsync(string overlay) => KubectlAsync("apply", "--server-side", "-k", Kustomize.PathOf(overlay));

    public async Task<string> KubectlAsync(params IReadOnlyList<string> arguments) => string.Join('\n', await ChildProcess.RunAsync(Command(arguments)));

    public async Task<(int Code, string Output)> TryKubectlAsync(params IReadOnlyList<string> arguments)
    {
        await using var child = ChildProcess.Start(Command(arguments));
        return (await child.ExitedAsync(), string.Join('\n', child.Output));
    }

    /// <summary>Everything of a kind, such as <c>apps/v1/deployments</c> or <c>v1/pods</c>.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string kind) =>
        [.. (await GetAsync($"/{(kind.StartsWith("v1/", StringComparison.Ordinal) ? "api" : "apis")}/{kind}"))["items"]!.AsArray().Select(item => item!)];

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await http.GetStringAsync(path, TestContext.Current.CancellationToken))!;

    /// <summary>Changes an object by a merge patch.</summary>
    public async Task PatchAsync(string path, JsonNode patch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path)
        {
            Content = new StringContent(patch.ToJsonString(), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/merge-patch+json")),
        };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await World.DisposeAsync();
        folder.Dispose();
    }

    private ChildProcessOptions Command(IReadOnlyList<string> arguments) => new(Kustomize.Kubectl!, ["--kubeconfig", folder.File("config"), .. arguments])
    {
        Environment = new Dictionary<string, string?> { ["HOME"] = folder.Path },
    };
}
