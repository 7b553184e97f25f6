using System.Text.Json;
using AiFixer.Plugins;
using AiFixer.Plugins.Kubernetes;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class AccessCheckTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public void Every_plugin_says_what_it_has_to_be_allowed()
    {
        using var api = new ScriptedApi(_ => ScriptedApi.Json("{}"));

        KubernetesPlugins.All(api.Clusters).Select(p => p.Manifest.Name).Where(n => !n.StartsWith("llm.", StringComparison.Ordinal))
            .ShouldBe(KubePermissions.ByPlugin.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Nothing_ever_needs_secrets_or_a_shell_in_a_pod() =>
        KubePermissions.ByPlugin.Values.SelectMany(all => all).Select(p => p.Resource)
            .ShouldNotContain(r => r.StartsWith("secrets", StringComparison.Ordinal) || r.StartsWith("configmaps", StringComparison.Ordinal) || r.EndsWith("/exec", StringComparison.Ordinal));

    [Fact]
    public async Task What_is_denied_is_told_for_each_plugin()
    {
        using var api = new ScriptedApi(request =>
        {
            var asked = JsonSerializer.Deserialize<JsonElement>(Text(request)).GetProperty("spec").GetProperty("resourceAttributes");
            var denied = asked.GetProperty("resource").GetString() == "pods" && asked.GetProperty("subresource").GetString() == "eviction";
            return ScriptedApi.Json($$$"""{"kind":"SelfSubjectAccessReview","apiVersion":"authorization.k8s.io/v1","spec":{},"status":{"allowed":{{{(denied ? "false" : "true")}}}}}""", System.Net.HttpStatusCode.Created);
        });

        var all = await KubeAccessCheck.AskAsync(api.Clusters["default"], "shop", Stop);

        all.Where(a => !a.IsAllowed).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            a => a.Plugin.ShouldBe("k8s.restart_pod"), a => a.Denied.ShouldHaveSingleItem().ToString().ShouldBe("create pods/eviction"));
        api.Bodies.ShouldContain("""{"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":{"namespace":"shop","verb":"create","group":"","resource":"pods","subresource":"eviction"}}}""");
        api.Bodies.ShouldContain(body => body.Contains("\"namespace\":\"\",\"verb\":\"list\",\"group\":\"\",\"resource\":\"pods\"", StringComparison.Ordinal));
        api.Bodies.Distinct().Count().ShouldBe(api.Bodies.Count);
    }

    [Fact]
    public async Task A_cluster_that_does_not_answer_is_asked_once()
    {
        using var api = new ScriptedApi(_ => ScriptedApi.Status(System.Net.HttpStatusCode.Unauthorized, "Unauthorized", "Unauthorized"));

        var all = await KubeAccessCheck.AskAsync(api.Clusters["default"], "", Stop);

        all.ShouldAllBe(a => !a.IsAllowed && a.Unknown!.Contains("does not accept our credentials"));
        api.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_practice_world_allows_everything()
    {
        await using var test = await KubeWorld.StartAsync();
        using var api = new ScriptedApi(_ => null, test.Time, test.World.Url);

        (await KubeAccessCheck.AskAsync(api.Clusters["default"], "", Stop)).ShouldAllBe(a => a.IsAllowed);
    }

    /// <summary>Whoever adds a request without a permission finds it here and not at three in the morning.</summary>
    [Theory]
    [InlineData("k8s.restart_pod", """{"namespace":"shop","pod":"@pod","reason":"r"}""")]
    [InlineData("k8s.restart_deployment", """{"namespace":"shop","deployment":"catalog"}""")]
    [InlineData("k8s.rollback_deployment", """{"namespace":"shop","deployment":"catalog"}""")]
    [InlineData("k8s.scale_deployment", """{"namespace":"shop","deployment":"catalog","replicas":3}""")]
    [InlineData("k8s.cordon_node", """{"node":"node-1","reason":"r"}""")]
    [InlineData("k8s.set_resources", """{"namespace":"shop","deployment":"catalog","container":"app","memory_limit":"1Gi"}""")]
    [InlineData("k8s.patch_probe", """{"namespace":"shop","deployment":"catalog","container":"app","probe":"readiness","period_seconds":9}""")]
    public async Task A_plugin_asks_for_nothing_that_is_not_in_its_list(string plugin, string arguments)
    {
        await using var test = await KubeWorld.StartAsync();
        using var api = new ScriptedApi(_ => null, test.Time, test.World.Url);
        var pod = JsonSerializer.Deserialize<JsonElement>((await api.RunAsync("k8s.list_pods", """{"namespace":"shop"}""")).Data!).GetProperty("pods")[0].GetProperty("name");
        arguments = arguments.Replace("@pod", pod.GetString(), StringComparison.Ordinal);
        api.Requests.Clear();

        var plan = (await api.PreviewAsync(plugin, arguments)).Plan.ShouldNotBeNull();
        (await api.ExecuteAsync(plugin, arguments, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        await api.ObserveAsync(plugin, arguments, plan);

        var allowed = KubePermissions.ByPlugin[plugin].Select(p => p.ToString()).ToHashSet();
        api.Requests.Select(Permission).Distinct().Where(p => !allowed.Contains(p)).ShouldBeEmpty();
    }

    private static string Permission(string request)
    {
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1].Split('?')[0]);
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var group = parts[0] == "apis" ? parts[1] : "";
        var rest = parts.Skip(parts[0] == "apis" ? 3 : 2).ToList();
        if (rest is ["namespaces", _, _, ..])
            rest = rest[2..];
        var verb = method switch { "GET" => rest.Count == 1 ? "list" : "get", "POST" => "create", "PATCH" => "patch", _ => "delete" };
        return new KubePermission(verb, group, rest.Count > 2 ? $"{rest[0]}/{rest[2]}" : rest[0]).ToString();
    }

    private static string Text(HttpRequestMessage request) => request.Content!.ReadAsStringAsync(Stop).GetAwaiter().GetResult();
}
