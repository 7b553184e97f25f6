using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AiFixer.EndToEnd.Support;
using AiFixer.Playground;
using AiFixer.Playground.Models;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Telemetry;

/// <summary>Secrets go in wherever something goes in, and everything that comes out is searched for them.</summary>
public sealed class PlantedSecretsTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly StringBuilder answers = new();
    private OtlpReceiver collector = null!;
    private ModelServer model = null!;
    private PracticeWorld world = null!;
    private GatewayProcess gateway = null!;

    public async ValueTask InitializeAsync()
    {
        collector = await OtlpReceiver.StartAsync();
        model = await ModelServer.StartAsync(new ToldModel(), TestContext.Current.CancellationToken);
        world = await PracticeWorld.StartAsync();
    }

    private async Task StartAsync(string? database)
    {
        // In clear, so that what is kept can be searched.
        gateway = await GatewayProcess.StartReadyAsync(new GatewaySettings { DataFolder = folder.Path, Postgres = database, Cluster = world.Url }.With("Storage:Sealing", "off")
            .With("Telemetry:Endpoint", collector.Address.ToString()).With("Telemetry:Delay", "100ms").With("Telemetry:MetricInterval", "1s")
            .With("Telemetry:Headers", $"Authorization=Bearer {Planted.CollectorHeader}")
            .With("Llm:Providers:0:Kind", "openai-compatible").With("Llm:Providers:0:Model", "told").With("Llm:Providers:0:BaseUrl", model.Url.ToString())
            .With("Llm:Providers:0:ApiKey", Planted.ModelKey)
            .With("Plugins:Postgres:default:Dsn", $"postgres://app:{Planted.Dsn}@127.0.0.1:1/shop")
            .With("Some:Other:Token", Planted.ConfiguredEcho)
            .With("Logging:LogLevel:Default", "Debug"));
    }

    public async ValueTask DisposeAsync()
    {
        await gateway.DisposeAsync();
        await world.DisposeAsync();
        await model.DisposeAsync();
        await collector.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_secret_that_goes_in_anywhere_comes_out_anywhere(bool inPostgres)
    {
        var database = inPostgres ? await postgres.CreateDatabaseAsync() : null;
        await StartAsync(database);
        world.Faults.MissingSetting("shop", "checkout", $"TOKEN={Planted.PodLog}").ShouldBeTrue();
        await Eventually.TrueAsync(() => world.Health("shop", "checkout") is { Restarts: >= 2 }, "the new revision crash-loops", cancellation: TestContext.Current.CancellationToken);
        var id = await AlertAsync();
        await PostAsync("api/v1/exceptions", new JsonObject
        {
            ["task_name"] = "import",
            ["message"] = $"cannot log in: passwd={Planted.Exception}",
            ["traceback"] = $"  connect('redis://:{Planted.Exception}@cache')",
            ["severity"] = "P2",
        });
        await PostAsync("api/v1/changes", new JsonObject { ["kind"] = "commit", ["sha"] = "abc", ["message"] = $"remove {Planted.Change}", ["diff"] = $"-token: {Planted.Change}" });
        var asked = await gateway.Api.WhenAsync(id, incident => incident.OpenCard is not null || incident.IsSettled, "it was diagnosed");
        model.Requests.Count.ShouldBeGreaterThan(1, "the model was heard");
        await PostAsync($"api/v1/incidents/{id}/reject", new JsonObject { ["card"] = asked.OpenCard, ["reason"] = $"see password: {Planted.Reason}" });
        await Eventually.TrueAsync(() => collector.Bodies.Select(body => body.Signal).Distinct().Count() == 3, "traces, metrics and logs have arrived", cancellation: TestContext.Current.CancellationToken);
        foreach (var path in new[] { "", $"incidents/{id}", "approvals", "policy", "metrics", "api/v1/incidents", $"api/v1/incidents/{id}", "api/v1/audit?format=jsonl", "api/v1/audit?format=csv", "api/v1/changes", "api/v1/plugins" })
            answers.Append((await gateway.Api.GetAsync(path)).Body);
        var (_, doctor) = await GatewayProcess.RunAsync(new GatewaySettings { DataFolder = folder.Path, Cluster = world.Url }.With("Plugins:Postgres:default:Dsn", $"postgres://app:{Planted.Dsn}@127.0.0.1:1/shop"), "doctor");
        await gateway.Process.KillAsync();

        Found("answers, pages and exports", answers.ToString());
        Found("the log", string.Join('\n', gateway.Process.Output));
        Found("doctor", doctor);
        foreach (var signal in collector.Bodies.GroupBy(body => body.Signal))
            Found(signal.Key, string.Concat(signal.Select(body => body.Text)));
        foreach (var file in Kept())
            Found(Path.GetFileName(file), Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
        if (database is not null)
        {
            var rows = await StoreRows.AllAsync(database);
            rows.ShouldContain("see password: ", customMessage: "what is kept can be read");
            Found("rows", rows);
        }

        Found("what the model was told", string.Join('\n', model.Requests.Select(request => request.Body.ToJsonString())), except: Planted.ToolArgument);
        collector.Authorization.ShouldBe($"Bearer {Planted.CollectorHeader}", "they are used all the same");
    }

    /// <summary>Everything in its folder but the pipes that the runtime leaves there: who reads one of those waits for ever.</summary>
    private IEnumerable<string> Kept() => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
        .Where(file => !Path.GetFileName(file).StartsWith("clr-debug-pipe", StringComparison.Ordinal) && !Path.GetFileName(file).StartsWith("dotnet-diagnostic", StringComparison.Ordinal))
        .Where(file => new FileInfo(file).Length > 0);

    private static void Found(string where, string text, string? except = null)
    {
        text.ShouldNotBeEmpty(where);
        Planted.In(text).Where(secret => secret != except).Select(secret => $"{secret}: …{Around(text, secret)}…").ShouldBeEmpty($"{where} tells secrets");
    }

    private static string Around(string text, string secret)
    {
        var at = text.IndexOf(secret[..14], StringComparison.Ordinal);
        return text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 60)];
    }

    private async Task<string> AlertAsync()
    {
        var labels = AlertBody.Labels("shop", "checkout");
        labels["api_token"] = Planted.LabelNamedSecret;
        labels["upstream"] = $"postgres://app:{Planted.LabelAddress}@db/shop";
        var alert = AlertBody.Alert(labels, TimeProvider.System.GetUtcNow().ToString("O"), $"Authorization: Bearer {Planted.Bearer}");
        alert["annotations"]!["description"] = $"{Planted.AwsKey} aws_secret_access_key={Planted.AwsSecret}\n-----BEGIN RSA PRIVATE KEY-----\n{Planted.PrivateKey}\n-----END RSA PRIVATE KEY-----\n{Planted.Jwt} {Planted.ConfiguredEcho}";
        alert["generatorURL"] = $"https://prom:{Planted.Link}@prometheus/graph";
        await PostAsync($"webhooks/alertmanager?token={Planted.Query}", AlertBody.Delivery(alert));
        return (await gateway.Api.AllAsync()).Single(line => line.Target.Contains("checkout", StringComparison.Ordinal)).Id;
    }

    private async Task PostAsync(string path, JsonObject body)
    {
        using var http = new HttpClient { BaseAddress = gateway.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Planted.Header);
        http.DefaultRequestHeaders.Add("Cookie", $"session={Planted.Header}");
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(path, content, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {(int)answer.StatusCode}");
        answers.Append(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
