using System.Net;
using System.Text.Json;
using AiFixer.Core.Ports;
using AiFixer.Plugins;
using AiFixer.Plugins.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AiFixer.Tests.Gateway;

public sealed class PluginApiTests : IAsyncLifetime
{
    private GatewayUnderTest _gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await GatewayUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Plugins_say_what_they_take_and_what_they_are_like()
    {
        var plugin = await GetAsync("/api/v1/plugins/k8s.rollback_deployment");

        plugin.GetProperty("category").GetString().ShouldBe("remediation");
        plugin.GetProperty("parameters").GetProperty("required")[0].GetString().ShouldBe("name");
        plugin.GetProperty("verb").GetString().ShouldBe("rollback");
        plugin.GetProperty("risk").GetString().ShouldBe("medium");
        plugin.GetProperty("idempotent").GetBoolean().ShouldBeFalse();
        plugin.GetProperty("guarded").GetBoolean().ShouldBeTrue();
        plugin.GetProperty("resourceKind").GetString().ShouldBe("deployment");
        plugin.GetProperty("timeoutSeconds").GetDouble().ShouldBe(30);
    }

    [Fact]
    public async Task Each_says_whether_it_can_be_called_and_why_not()
    {
        _gateway.Services.GetRequiredService<PluginHost>().Registry.Replace("custom", [], [new("custom.queue", "queue.yaml: line 3: no such verb")]);

        var items = (await GetAsync("/api/v1/plugins")).GetProperty("items").EnumerateArray().ToList();

        items.Select(item => $"{item.GetProperty("name")} {item.GetProperty("state")}").ShouldBe(
            ["custom.queue failed", "k8s.list_pods ready", "k8s.rollback_deployment not_configured"]);
        items[0].GetProperty("reason").GetString().ShouldBe("queue.yaml: line 3: no such verb");
        items[0].TryGetProperty("category", out _).ShouldBeFalse();
        items[2].GetProperty("missing")[0].GetString().ShouldBe("Plugins:Kubernetes");
    }

    [Theory]
    [InlineData("diagnostic", "k8s.list_pods")]
    [InlineData("Remediation", "k8s.rollback_deployment")]
    public async Task A_category_can_be_asked_for(string category, string name) =>
        (await GetAsync($"/api/v1/plugins?category={category}")).GetProperty("items").EnumerateArray()
            .ShouldHaveSingleItem().GetProperty("name").GetString().ShouldBe(name);

    [Fact]
    public async Task What_does_not_exist_is_refused_by_its_name()
    {
        await (await _gateway.Client.GetAsync("/api/v1/plugins?category=1", Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "category");
        await (await _gateway.Client.GetAsync("/api/v1/plugins/k8s.nothing", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await PostAsync("k8s.nothing", "disable", """{"reason":"x"}""")).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await PostAsync("k8s.list_pods", "disable", "{}")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "reason");
    }

    [Fact]
    public async Task A_disabled_plugin_is_not_called_from_then_on_and_an_enabled_one_is()
    {
        var disabled = await (await PostAsync("list_pods", "disable", """{"reason":"It hurt the API server."}""")).JsonAsync();
        disabled.GetProperty("state").GetString().ShouldBe("disabled");
        disabled.GetProperty("disabled").GetProperty("by").GetString().ShouldBe("local");
        disabled.GetProperty("disabled").GetProperty("reason").GetString().ShouldBe("It hurt the API server.");
        (await CallAsync()).Error.ShouldBe("k8s.list_pods was disabled by local on 2026-11-21 03:14:00 UTC: It hurt the API server.");

        var enabled = await (await PostAsync("k8s.list_pods", "enable", null)).JsonAsync();

        enabled.GetProperty("state").GetString().ShouldBe("ready");
        (await CallAsync()).Success.ShouldBeTrue();
        var history = (await GetAsync("/api/v1/settings/plugins.k8s.list_pods.enabled/history")).GetProperty("items");
        history.EnumerateArray().Select(change => $"{change.GetProperty("value")} {change.GetProperty("by").GetProperty("id")} {change.GetProperty("reason")}")
            .ShouldBe(["true local ", "false local It hurt the API server."]);
    }

    [Fact]
    public async Task While_the_store_is_away_nothing_is_said_to_be_disabled()
    {
        _gateway.Documents.IsAway = true;

        await (await PostAsync("k8s.list_pods", "disable", """{"reason":"x"}""")).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);

        (await GetAsync("/api/v1/plugins/k8s.list_pods")).GetProperty("state").GetString().ShouldBe("ready");
    }

    private Task<PluginResult> CallAsync() => _gateway.Services.GetRequiredService<IPluginHost>()
        .RunAsync("k8s.list_pods", new("{}", "INC-1", null, "test", Samples.Now), Stop);

    private Task<HttpResponseMessage> PostAsync(string name, string verb, string? body) =>
        _gateway.Client.PostAsync(new Uri($"/api/v1/plugins/{name}/{verb}", UriKind.Relative), body is null ? null : Answers.Json(body), Stop);

    private async Task<JsonElement> GetAsync(string path) => await (await _gateway.Client.GetAsync(path, Stop)).JsonAsync();
}
