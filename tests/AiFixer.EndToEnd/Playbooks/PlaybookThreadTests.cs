using System.Text.Json;
using AiFixer.EndToEnd.Support;
using AiFixer.Playground.Docker;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Playbooks;

/// <summary>The service as its users run it, from a posted exception to a restarted container.</summary>
public sealed class PlaybookThreadTests : IAsyncLifetime
{
    private const string Exception = """{"task_name":"run_auto_import_task","message":"could not translate host name \"momo-db\"","traceback":"Traceback …","severity":"P2"}""";

    private readonly TempFolder folder = new();
    private readonly DockerWorld world = new(TimeProvider.System);
    private DockerEngine engine = null!;
    private GatewaySettings settings = null!;

    public async ValueTask InitializeAsync()
    {
        world.Add("momo-db");
        engine = await DockerEngine.StartAsync(world, folder.File("docker.sock"), TestContext.Current.CancellationToken);
        settings = new GatewaySettings { DataFolder = folder.Path }.With("Plugins:Docker:default:Socket", engine.Socket);
    }

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_exception_restarts_a_container_once_a_person_approves_and_the_next_one_waits_for_the_cooldown()
    {
        await using var gateway = await GatewayProcess.StartReadyAsync(settings);

        var first = await PostAsync(gateway);
        await ApproveAsync(gateway, first);
        await gateway.Api.WhenStatusAsync(first, "resolved");
        world.Changes.ShouldBe(2);
        (await HealsAsync(gateway, first)).ShouldBe(["success"]);

        var second = await PostAsync(gateway);
        second.ShouldNotBe(first);
        await ApproveAsync(gateway, second);
        await gateway.Api.WhenAsync(second, one => one.Timeline.Any(entry => entry.Type == "heal-parked"), "it waits for the cooldown");
        world.Changes.ShouldBe(2);
        (await HealsAsync(gateway, second)).ShouldBe(["skipped"]);
        (await gateway.Api.GetAsync($"incidents/{second}")).Body.ShouldContain("Heal log");
        (await gateway.Api.GetAsync("api/v1/playbooks/docker-dns/record")).Body.ShouldStartWith("{\"success\":1,\"failed\":0,\"skipped\":1,");
        var list = await GatewayProcess.RunAsync(settings, "playbook", "list");
        list.Output.Split('\n').ShouldContain(line => line.StartsWith("docker-dns ", StringComparison.Ordinal) && line.Contains("1 helped, 0 failed, 1 skipped, 0 quiet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cooldown_outlives_the_process()
    {
        await using (var gateway = await GatewayProcess.StartReadyAsync(settings))
        {
            var first = await PostAsync(gateway);
            await ApproveAsync(gateway, first);
            await gateway.Api.WhenStatusAsync(first, "resolved");
            await gateway.KillAsync();
        }

        await using var next = await GatewayProcess.StartReadyAsync(settings);
        var second = await PostAsync(next);
        await ApproveAsync(next, second);
        await next.Api.WhenStatusAsync(second, "waiting");

        world.Changes.ShouldBe(2);
        await next.KillAsync();
        await using var last = await GatewayProcess.StartReadyAsync(settings);
        (await last.Api.IncidentAsync(second)).Status.ShouldBe("waiting");
        (await HealsAsync(last, second)).ShouldBe(["skipped"]);
    }

    [Fact]
    public async Task The_commands_tell_what_there_is_what_is_wrong_and_what_would_be_found()
    {
        var wrong = folder.File("wrong.yaml");
        await File.WriteAllTextAsync(wrong, "name: x\nclass: OOM\npatterns: ['re:(abc']\naction: {type: PLUGIN, params: {plugin: no.such}}\ncooldown_minutes: -1", TestContext.Current.CancellationToken);
        var exception = folder.File("exception.json");
        await File.WriteAllTextAsync(exception, Exception, TestContext.Current.CancellationToken);

        var list = await GatewayProcess.RunAsync(settings, "playbook", "list");
        var validate = await GatewayProcess.RunAsync(settings, "playbook", "validate", wrong);
        var test = await GatewayProcess.RunAsync(settings, "playbook", "test", exception);

        list.Code.ShouldBe(0);
        list.Output.ShouldContain("crawler-rate-limit");
        validate.Code.ShouldBe(1);
        validate.Output.ShouldContain($"{wrong}:3: patterns[0] is no regular expression");
        validate.Output.ShouldContain($"{wrong}:5: cooldown_minutes must be a whole number");
        test.Code.ShouldBe(0);
        test.Output.ShouldContain("docker-dns: Docker DNS");
        test.Output.ShouldContain("It would: docker.restart {\"container\":\"momo-db\"}");
    }

    private static async Task<string> PostAsync(GatewayProcess gateway)
    {
        var answer = await gateway.Api.PostAsync("api/v1/exceptions", Exception);
        answer.Code.ShouldBe(200);
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.GetProperty("alerts")[0].GetProperty("incident").GetString()!;
    }

    private static async Task ApproveAsync(GatewayProcess gateway, string incident)
    {
        var asked = await gateway.Api.WhenAsync(incident, one => one.OpenCard is not null || one.IsSettled, "the fix is proposed");
        asked.OpenCard.ShouldStartWith("proposal/");
        (await gateway.Api.DecideAsync(incident, "approve", asked.OpenCard)).IsTaken.ShouldBeTrue();
    }

    private static async Task<IEnumerable<string?>> HealsAsync(GatewayProcess gateway, string incident)
    {
        using var json = JsonDocument.Parse((await gateway.Api.GetAsync($"api/v1/incidents/{incident}")).Body);
        return [.. json.RootElement.GetProperty("heals").EnumerateArray().Select(heal => heal.GetProperty("result").GetString())];
    }
}
