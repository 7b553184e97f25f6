using System.Net.Http.Headers;
using AiFixer.Plugins.Checks;
using AiFixer.Plugins.Kubernetes;

namespace AiFixer.Tests.Deployment.Rights;

/// <summary>The rights that the manifests give are enough, and none of them is too many: take one away, and a plugin is refused.</summary>
public sealed class RightsTests
{
    public static TheoryData<string> Plugins => [.. KubePermissions.ByPlugin.Keys];

    public static TheoryData<string, string, string, string> Rights
    {
        get
        {
            var all = new TheoryData<string, string, string, string>();
            foreach (var right in Right.All)
                all.Add(right.Role, right.Group, right.Resource, right.Verb);
            return all;
        }
    }

    [Fact]
    public void Every_plugin_is_put_to_work() => PluginRuns.All.Keys.ShouldBe(KubePermissions.ByPlugin.Keys, ignoreOrder: true);

    [Fact]
    public void No_role_has_a_secret_a_shell_or_a_star()
    {
        Right.All.ShouldNotBeEmpty();
        Right.All.ShouldAllBe(right => right.Verb != "*" && right.Resource != "*" && right.Group != "*");
        Right.All.ShouldNotContain(right => right.Resource == "secrets" || right.Resource == "configmaps" || right.Resource == "serviceaccounts");
        Right.All.ShouldNotContain(right => right.Resource.StartsWith("pods/exec", StringComparison.Ordinal) || right.Resource == "pods/attach" || right.Resource == "pods/portforward" || right.Resource == "nodes/proxy");
        Right.All.ShouldNotContain(right => right.Group == "rbac.authorization.k8s.io" || right.Verb == "impersonate" || right.Verb == "escalate" || right.Verb == "bind");
        Right.All.Where(right => right.Role == "aifixer-read").ShouldAllBe(right => right.Verb == "get" || right.Verb == "list");
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public async Task A_plugin_may_do_all_it_has_to(string plugin)
    {
        await using var world = await RightsWorld.StartAsync();

        (await PluginRuns.All[plugin](world)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rights))]
    public async Task Without_one_right_a_plugin_is_refused(string role, string group, string resource, string verb)
    {
        var right = new Right(role, group, resource, verb);
        await using var world = await RightsWorld.StartAsync();
        await world.RevokeAsync(right);

        foreach (var plugin in right.Plugins)
        {
            var said = await PluginRuns.All[plugin](world);
            if (said.Any(error => error.Contains(right.Refused, StringComparison.Ordinal)))
                return;
        }

        Assert.Fail($"nobody misses {right}: {string.Join(", ", right.Plugins)}");
    }

    [Fact]
    public void What_the_plugins_say_they_need_is_what_the_roles_give()
    {
        var given = Right.All.Select(right => new KubePermission(right.Verb, right.Group, right.Resource)).ToHashSet();
        var needed = KubePermissions.ByPlugin.Values.SelectMany(all => all).Select(permission => permission with { Everywhere = false }).ToHashSet();

        given.ShouldBe(needed, ignoreOrder: true);
    }

    [Theory]
    [InlineData("GET", "/api/v1/namespaces/aifixer/secrets/aifixer-keys", "cannot get resource \"secrets\"")]
    [InlineData("GET", "/api/v1/secrets", "cannot list resource \"secrets\"")]
    [InlineData("GET", "/api/v1/namespaces/shop/configmaps", "cannot list resource \"configmaps\"")]
    [InlineData("POST", "/api/v1/namespaces/shop/pods/any/exec?command=sh", "cannot create resource \"pods/exec\"")]
    [InlineData("GET", "/api/v1/namespaces/shop/pods/any/exec?command=sh", "cannot get resource \"pods/exec\"")]
    [InlineData("GET", "/api/v1/namespaces/shop/pods?watch=true", "cannot watch resource \"pods\"")]
    [InlineData("DELETE", "/api/v1/namespaces/shop/pods", "cannot deletecollection resource \"pods\"")]
    [InlineData("DELETE", "/api/v1/namespaces/staging/pods/any", "cannot delete resource \"pods\" in API group \"\" in the namespace \"staging\"")]
    [InlineData("PATCH", "/apis/apps/v1/namespaces/aifixer/deployments/aifixer-gateway", "cannot patch resource \"deployments\"")]
    [InlineData("POST", "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings", "cannot create resource \"clusterrolebindings\"")]
    [InlineData("POST", "/api/v1/namespaces/aifixer/serviceaccounts/aifixer/token", "cannot create resource \"serviceaccounts/token\"")]
    public async Task What_is_no_ones_business_is_refused(string method, string path, string words)
    {
        await using var world = await RightsWorld.StartAsync();
        using var http = new HttpClient { BaseAddress = world.Bench.World.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", world.Bench.World.AccountToken(RightsWorld.Account, RightsWorld.Account));

        using var answer = await http.SendAsync(new(new(method), path), TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(403);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(words.Replace("\"", "\\\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_doctor_finds_all_that_is_needed_where_it_is_meant_to_work()
    {
        await using var world = await RightsWorld.StartAsync("shop");

        var finding = await DoctorAsync(world);

        (finding.State, finding.Details).ShouldBe((FindingState.Fine, "reachable, and everything the plugins need is allowed in shop"));
    }

    [Fact]
    public async Task The_doctor_says_who_misses_what_where_nobody_bound_it()
    {
        await using var world = await RightsWorld.StartAsync("shop", "staging");

        var finding = await DoctorAsync(world);

        finding.State.ShouldBe(FindingState.Limited);
        finding.Details.ShouldStartWith("not in each of shop, staging: ");
        finding.Details.ShouldContain("k8s.delete_evicted_pods (delete pods)");
        finding.Details.ShouldNotContain("k8s.list_pods");
    }

    private static Task<Finding> DoctorAsync(RightsWorld world) =>
        world.Plugins.Checks.Single(check => check.Subject == "cluster 'default'").RunAsync(TestContext.Current.CancellationToken);
}
