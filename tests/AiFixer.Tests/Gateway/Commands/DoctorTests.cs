using System.Text.Json;
using AiFixer.Gateway.Commands;
using AiFixer.Gateway.Commands.Doctor;
using AiFixer.Playground;
using AiFixer.TestSupport;
using AiFixer.Tests.Plugins.Custom;
using AiFixer.Tests.Plugins.Databases;

namespace AiFixer.Tests.Gateway.Commands;

/// <summary>Set-ups that are broken: each time the cause is named, and what to do about it.</summary>
[Collection(nameof(DatabaseTests))]
public sealed class DoctorTests(DatabaseServer database)
{
    [Fact]
    public async Task A_bare_set_up_is_fine()
    {
        var (code, findings) = await DoctorAsync();

        code.ShouldBe(0);
        findings.Where(found => found.State == "broken").ShouldBeEmpty();
        findings.Single(found => found.Subject == "store (sqlite)").Details.ShouldContain("made at the first start");
    }

    [Fact]
    public async Task A_value_that_cannot_be_read() =>
        await FindsAsync("configuration", "Workflow:MaxAttempts", "correct Workflow:MaxAttempts", "--Workflow:MaxAttempts=many");

    [Fact]
    public async Task A_database_for_the_store_that_is_not_there() => await FindsAsync(
        "store (postgres)", "The store does not answer", "Storage:ConnectionString", "--Storage:Provider=postgres",
        $"--Storage:ConnectionString=Host=127.0.0.1;Port={FreePort.Next()};Database=x;Username=x;Timeout=2");

    [Fact]
    public async Task A_service_that_is_not_there() => await FindsAsync(
        "Prometheus 'default'", "could not be reached", "check Plugins:Prometheus:default:Url",
        $"--Plugins:Prometheus:default:Url=http://127.0.0.1:{FreePort.Next()}");

    [Fact]
    public async Task A_login_page_before_a_service()
    {
        await using var service = await StubService.StartAsync();
        service.Answer = static _ => (200, "<html><body>Please sign in</body></html>");

        await FindsAsync("Loki 'default'", "something else than JSON", "no login page before it", $"--Plugins:Loki:default:Url={service.Url}");
    }

    [Fact]
    public async Task Another_service_at_that_address()
    {
        await using var service = await StubService.StartAsync();
        service.Answer = static _ => (200, """{"hello":"I am a shop"}""");

        await FindsAsync("Jaeger 'default'", "something else", "Plugins:Jaeger:default:Url must be the service's own address", $"--Plugins:Jaeger:default:Url={service.Url}");
    }

    [Fact]
    public async Task A_service_that_does_not_take_our_token()
    {
        await using var service = await StubService.StartAsync();
        service.Answer = static _ => (401, "no");

        await FindsAsync("Prometheus 'default'", "does not accept our credentials", "set Plugins:Prometheus:default:Token", $"--Plugins:Prometheus:default:Url={service.Url}");
    }

    [Fact]
    public async Task A_cluster_that_does_not_take_our_token()
    {
        using var folder = new TempFolder();
        await using var world = await PracticeWorld.StartAsync(new() { BearerToken = "right" }, TestContext.Current.CancellationToken);
        var file = folder.File("kubeconfig");
        await File.WriteAllTextAsync(file, world.Kubeconfig().Replace("right", "wrong", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await FindsAsync("cluster 'default'", "401", "has expired or belongs to another cluster", $"--Plugins:Kubernetes:default:Kubeconfig={file}");
    }

    [Fact]
    public async Task A_cluster_that_does_not_allow_what_a_plugin_needs()
    {
        using var folder = new TempFolder();
        await using var world = await PracticeWorld.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        world.Forbid("patch", "deployments.apps");
        var file = folder.File("kubeconfig");
        world.WriteKubeconfig(file);

        var found = await FindsAsync("cluster 'default'", "k8s.restart_deployment (patch deployments.apps)", "grant the account a ClusterRole with: patch deployments.apps", $"--Plugins:Kubernetes:default:Kubeconfig={file}");

        found.State.ShouldBe("limited");
        found.Version.ShouldNotBeNull().ShouldStartWith("v1.");
    }

    [Fact]
    public async Task A_cluster_that_is_not_there()
    {
        using var folder = new TempFolder();
        var file = folder.File("kubeconfig");
        await using (var world = await PracticeWorld.StartAsync(cancellationToken: TestContext.Current.CancellationToken))
            world.WriteKubeconfig(file);

        await FindsAsync("cluster 'default'", "could not be reached", "check the server's address", $"--Plugins:Kubernetes:default:Kubeconfig={file}");
    }

    [Fact]
    public async Task A_kubeconfig_that_is_not_there() => await FindsAsync(
        "configuration", "/nowhere/kubeconfig", "correct Plugins:Kubernetes:default", "--Plugins:Kubernetes:default:Kubeconfig=/nowhere/kubeconfig");

    [Fact]
    public async Task A_role_that_may_not_see_what_others_do()
    {
        await using var world = await DbWorld.NewAsync(database.Server, "CREATE ROLE blind LOGIN");
        var dsn = new Npgsql.NpgsqlConnectionStringBuilder(world.ConnectionString) { Username = "blind" }.ConnectionString;

        var found = await FindsAsync("database 'default'", "blind cannot see what others run", "GRANT pg_monitor TO blind", $"--Plugins:Postgres:default:Dsn={dsn}");

        found.State.ShouldBe("limited");
    }

    [Fact]
    public async Task A_database_without_that_name()
    {
        var dsn = new Npgsql.NpgsqlConnectionStringBuilder(database.Server.ConnectionString("postgres")) { Database = "none" }.ConnectionString;

        await FindsAsync("database 'default'", "3D000", "check the database's name in Plugins:Postgres:default:Dsn", $"--Plugins:Postgres:default:Dsn={dsn}");
    }

    [Fact]
    public async Task A_docker_socket_that_is_not_there() => await FindsAsync(
        "Docker 'default'", "there is no socket /nowhere/docker.sock", "start the engine", "--Plugins:Docker:default:Socket=/nowhere/docker.sock");

    [Fact]
    public async Task A_plugin_of_ones_own_that_cannot_be_read()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("bad.yaml"), "name: custom.bad\nshell: rm\n", TestContext.Current.CancellationToken);

        await FindsAsync("plugin bad.yaml", "line 2: Property 'shell' not found", "correct it in its file", $"--Plugins:Custom:Folder={folder.Path}");
    }

    /// <summary>The one finding of that subject that is not fine.</summary>
    private static async Task<Found> FindsAsync(string subject, string details, string remedy, params string[] settings)
    {
        var (code, findings) = await DoctorAsync(settings);
        var found = findings.Where(one => one.Subject == subject && one.State != "fine").ShouldHaveSingleItem();
        found.Details.ShouldContain(details);
        found.Remedy.ShouldNotBeNull().ShouldContain(remedy);
        code.ShouldBe(found.State == "broken" ? 1 : 0);
        return found;
    }

    private static async Task<(int Code, IReadOnlyList<Found> Findings)> DoctorAsync(params string[] settings)
    {
        using var folder = new TempFolder();
        using var output = new StringWriter();
        var builder = Startup.Configure([$"--Storage:DataFolder={folder.Path}", "--Plugins:Custom:Folder=/nowhere", .. settings]);
        var code = await DoctorCommand.RunAsync(builder, json: true, output, TestContext.Current.CancellationToken);
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty("looking leaves nothing behind");
        using var document = JsonDocument.Parse(output.ToString());
        return (code, document.RootElement.GetProperty("findings").Deserialize<List<Found>>(JsonSerializerOptions.Web)!);
    }

    private sealed record Found(string Subject, string State, string Details, string? Remedy, string? Version);
}
