using AiFixer.Playground.Docker;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Playground.Docker;

/// <summary>The real <c>docker</c> command against the practice engine.</summary>
public sealed class DockerCommandTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly ManualTime time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private DockerWorld world = null!;
    private DockerEngine engine = null!;

    public async ValueTask InitializeAsync()
    {
        world = new(time);
        world.Add("shop-web-1", "shop", "web", health: "unhealthy");
        world.Add("shop-db-1", "shop", "db");
        world.Add("billing");
        engine = await DockerEngine.StartAsync(world, folder.File("docker.sock"), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task It_knows_the_version() =>
        (await DockerAsync("version", "--format", "{{.Server.Version}} {{.Server.Platform.Name}}")).ShouldBe(["27.0.0 Practice Docker Engine"]);

    [Fact]
    public async Task It_lists_containers_all_and_by_label()
    {
        (await DockerAsync("ps", "--format", "{{.Names}} {{.Image}} {{.Status}}")).ShouldBe(
            ["shop-web-1 shop:1.0 Up a while (unhealthy)", "shop-db-1 shop:1.0 Up a while", "billing shop:1.0 Up a while"]);
        (await DockerAsync("ps", "--filter", "label=com.docker.compose.project=shop", "--filter", "label=com.docker.compose.service=web", "--format", "{{.Names}}"))
            .ShouldBe(["shop-web-1"]);
    }

    [Fact]
    public async Task It_inspects_and_restarts()
    {
        var before = await DockerAsync("inspect", "--format", "{{.State.StartedAt}} {{.State.Health.Status}}", "shop-web-1");
        time.Advance(TimeSpan.FromMinutes(5));

        (await DockerAsync("restart", "shop-web-1")).ShouldBe(["shop-web-1"]);

        before.ShouldBe(["2026-03-01T12:00:00.000000000Z unhealthy"]);
        (await DockerAsync("inspect", "--format", "{{.State.StartedAt}} {{.State.Health.Status}}", "shop-web-1")).ShouldBe(["2026-03-01T12:05:00.000000000Z healthy"]);
        (await DockerAsync("events", "--since", "2026-03-01T12:01:00Z", "--until", "2026-03-01T12:06:00Z", "--format", "{{.Action}}")).ShouldBe(["kill", "die", "start"]);
    }

    [Fact]
    public async Task It_stops_starts_and_reads_logs()
    {
        world.All.Single(c => c.Name == "billing").Log.AddRange(["one", "two", "三"]);

        (await DockerAsync("stop", "billing")).ShouldBe(["billing"]);
        (await DockerAsync("ps", "--format", "{{.Names}}")).ShouldNotContain("billing");
        (await DockerAsync("ps", "--all", "--filter", "status=exited", "--format", "{{.Names}} {{.Status}}")).ShouldBe(["billing Exited (143) a while ago"]);
        (await DockerAsync("start", "billing")).ShouldBe(["billing"]);
        (await DockerAsync("logs", "--tail", "2", "billing")).ShouldBe(["三", "started"]);
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_the_engines_words()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(DockerAsync("restart", "nowhere"));

        failure.Message.ShouldContain("No such container: nowhere");
    }

    private Task<IReadOnlyList<string>> DockerAsync(params string[] arguments) => ChildProcess.RunAsync(new("docker", arguments)
    {
        Environment = new Dictionary<string, string?> { ["DOCKER_HOST"] = $"unix://{engine.Socket}", ["DOCKER_CONFIG"] = folder.Path },
    });
}
