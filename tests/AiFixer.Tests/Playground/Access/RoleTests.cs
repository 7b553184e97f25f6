using AiFixer.Playground;
using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Access;

/// <summary>Whoever comes with the token of a service account is held to what is bound to it, and told so in Kubernetes's words.</summary>
public sealed class RoleTests
{
    private const string Deployments = "/apis/apps/v1/namespaces/shop/deployments";
    private const string Roles = "/apis/rbac.authorization.k8s.io/v1";

    [Fact]
    public async Task An_account_without_roles_may_ask_what_there_is_and_nothing_else()
    {
        await using var test = await AccountAsync();

        var answer = await test.GetAsync(Deployments);

        (answer.Code, answer.Reason).ShouldBe((403, "Forbidden"));
        answer.Message.ShouldBe("deployments.apps is forbidden: User \"system:serviceaccount:shop:robot\" cannot list resource \"deployments\" in API group \"apps\" in the namespace \"shop\"");
        (await test.GetAsync($"{Deployments}/checkout")).Message!.ShouldStartWith("deployments.apps \"checkout\" is forbidden: ");
        (await test.GetAsync("/api/v1/nodes")).Message!.ShouldEndWith(" cannot list resource \"nodes\" in API group \"\" at the cluster scope");
        (await test.GetAsync("/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods")).Message!.ShouldStartWith("pods.metrics.k8s.io is forbidden: ");
        (await test.GetAsync("/apis")).Code.ShouldBe(200);
        (await test.GetAsync("/version")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task What_there_is_not_is_refused_like_what_there_is()
    {
        await using var test = await AccountAsync();

        (await test.GetAsync("/apis/example.com/v1/secretthings")).Message.ShouldBe(
            "secretthings.example.com is forbidden: User \"system:serviceaccount:shop:robot\" cannot list resource \"secretthings\" in API group \"example.com\" at the cluster scope");
        (await test.SendAsync(HttpMethod.Post, "/api/v1/namespaces/shop/pods/a/exec")).Message.ShouldBe(
            "pods \"a\" is forbidden: User \"system:serviceaccount:shop:robot\" cannot create resource \"pods/exec\" in API group \"\" in the namespace \"shop\"");
    }

    [Fact]
    public async Task A_role_counts_in_its_namespace_and_a_cluster_role_where_it_is_bound()
    {
        await using var test = await AccountAsync();
        await test.MakeAsync($"{Roles}/namespaces/shop/roles", Role("Role", "reader", """{"apiGroups":["apps"],"resources":["deployments"],"verbs":["get","list"]}"""));
        await test.MakeAsync($"{Roles}/namespaces/shop/rolebindings", Binding("RoleBinding", "reads", "Role", "reader"));
        await test.MakeAsync($"{Roles}/clusterroles", Role("ClusterRole", "pods", """{"apiGroups":[""],"resources":["pods"],"verbs":["list"]}"""));
        await test.MakeAsync($"{Roles}/namespaces/staging/rolebindings", Binding("RoleBinding", "pods", "ClusterRole", "pods"));

        (await test.GetAsync(Deployments)).Code.ShouldBe(200);
        (await test.GetAsync("/apis/apps/v1/namespaces/staging/deployments")).Code.ShouldBe(403);
        (await test.GetAsync("/apis/apps/v1/deployments")).Code.ShouldBe(403);
        (await test.SendAsync(HttpMethod.Delete, $"{Deployments}/checkout")).Code.ShouldBe(403);
        (await test.GetAsync("/api/v1/namespaces/staging/pods")).Code.ShouldBe(200);
        (await test.GetAsync("/api/v1/namespaces/shop/pods")).Code.ShouldBe(403);

        await test.MakeAsync($"{Roles}/clusterrolebindings", Binding("ClusterRoleBinding", "pods", "ClusterRole", "pods"));
        (await test.GetAsync("/api/v1/pods")).Code.ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"apiGroups":[""],"resources":["pods"],"verbs":["*"]}""", "pods", null, null, true)]
    [InlineData("""{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}""", "pods", "log", null, false)]
    [InlineData("""{"apiGroups":[""],"resources":["pods/log"],"verbs":["get"]}""", "pods", "log", null, true)]
    [InlineData("""{"apiGroups":[""],"resources":["*/log"],"verbs":["get"]}""", "pods", "log", null, true)]
    [InlineData("""{"apiGroups":["apps"],"resources":["pods"],"verbs":["get"]}""", "pods", null, null, false)]
    [InlineData("""{"apiGroups":["*"],"resources":["*"],"verbs":["get"]}""", "pods", "log", null, true)]
    [InlineData("""{"apiGroups":[""],"resources":["pods"],"resourceNames":["a"],"verbs":["get"]}""", "pods", null, "a", true)]
    [InlineData("""{"apiGroups":[""],"resources":["pods"],"resourceNames":["a"],"verbs":["get"]}""", "pods", null, "b", false)]
    [InlineData("""{"apiGroups":[""],"resources":["pods"],"resourceNames":["a"],"verbs":["get"]}""", "pods", null, null, false)]
    public async Task A_rule_is_read_as_Kubernetes_reads_it(string rule, string resource, string? part, string? name, bool allowed)
    {
        await using var test = await AccountAsync();
        await test.MakeAsync($"{Roles}/clusterroles", Role("ClusterRole", "some", rule));
        await test.MakeAsync($"{Roles}/clusterrolebindings", Binding("ClusterRoleBinding", "some", "ClusterRole", "some"));

        (await ReviewAsync(test, "get", resource, part, name)).Allowed.ShouldBe(allowed);
    }

    [Fact]
    public async Task A_review_says_which_binding_allows_it_and_what_a_binding_misses()
    {
        await using var test = await AccountAsync();
        await test.MakeAsync($"{Roles}/clusterroles", Role("ClusterRole", "pods", """{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}"""));
        await test.MakeAsync($"{Roles}/namespaces/shop/rolebindings", Binding("RoleBinding", "pods", "ClusterRole", "pods"));
        await test.MakeAsync($"{Roles}/clusterrolebindings", Binding("ClusterRoleBinding", "lost", "ClusterRole", "gone"));

        (await ReviewAsync(test, "get", "pods")).ShouldBe((true, "RBAC: allowed by RoleBinding \"pods/shop\" of ClusterRole \"pods\" to ServiceAccount \"robot/shop\""));
        (await ReviewAsync(test, "get", "nodes")).ShouldBe((false, "RBAC: clusterrole.rbac.authorization.k8s.io \"gone\" not found"));
        (await test.GetAsync("/api/v1/nodes")).Message!.ShouldEndWith(" at the cluster scope: RBAC: clusterrole.rbac.authorization.k8s.io \"gone\" not found");
    }

    [Fact]
    public async Task A_token_ends_with_its_time_and_with_its_account()
    {
        await using var test = await AccountAsync();
        var given = await test.AdminAsync(HttpMethod.Post, "/api/v1/namespaces/shop/serviceaccounts/robot/token", """{"kind":"TokenRequest","apiVersion":"authentication.k8s.io/v1","spec":{"expirationSeconds":600}}""");
        test.Use(given.Json["status"]!["token"]!.ToString());
        (await test.GetAsync("/api/v1/nodes")).Code.ShouldBe(403);
        test.World.Pass(TimeSpan.FromMinutes(11));
        (await test.GetAsync("/api/v1/nodes")).Code.ShouldBe(401);

        test.Use(test.World.World.AccountToken("shop", "robot")!);
        (await test.GetAsync("/api/v1/nodes")).Code.ShouldBe(403);
        await test.AdminAsync(HttpMethod.Delete, "/api/v1/namespaces/shop/serviceaccounts/robot");
        (await test.GetAsync("/api/v1/nodes")).Code.ShouldBe(401);
        test.World.World.AccountToken("shop", "robot").ShouldBeNull();
    }

    [Theory]
    [InlineData("clusterroles", """{"kind":"ClusterRole","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"x"},"rules":[{"apiGroups":[""],"resources":["pods"]}]}""", "rules[0].verbs: Required value: verbs must contain at least one value")]
    [InlineData("clusterrolebindings", """{"kind":"ClusterRoleBinding","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"x"},"roleRef":{"kind":"Role","name":"x"}}""", "roleRef.kind: Unsupported value: \"Role\"")]
    [InlineData("clusterrolebindings", """{"kind":"ClusterRoleBinding","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"x"},"roleRef":{"kind":"ClusterRole","name":"x"},"subjects":[{"kind":"ServiceAccount","name":"a"}]}""", "subjects[0].namespace: Required value")]
    public async Task Roles_and_bindings_that_make_no_sense_are_invalid(string kind, string body, string words)
    {
        await using var test = await AccountAsync();

        var answer = await test.AdminAsync(HttpMethod.Post, $"{Roles}/{kind}", body);

        (answer.Code, answer.Message!.Contains(words, StringComparison.Ordinal)).ShouldBe((422, true), answer.Message);
    }

    private static async Task<(bool Allowed, string Reason)> ReviewAsync(AccountWorld test, string verb, string resource, string? part = null, string? name = null)
    {
        var body = $$$$"""{"kind":"SelfSubjectAccessReview","apiVersion":"authorization.k8s.io/v1","spec":{"resourceAttributes":{"namespace":"shop","verb":"{{{{verb}}}}","group":"","resource":"{{{{resource}}}}","subresource":"{{{{part}}}}","name":"{{{{name}}}}"}}}""";
        var status = (await test.SendAsync(HttpMethod.Post, "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", body)).Json["status"]!;
        return ((bool)status["allowed"]!, status["reason"]?.ToString() ?? "");
    }

    private static string Role(string kind, string name, string rule) =>
        $$"""{"kind":"{{kind}}","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"{{name}}"},"rules":[{{rule}}]}""";

    private static string Binding(string kind, string name, string role, string to) =>
        $$"""{"kind":"{{kind}}","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"{{name}}"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"{{role}}","name":"{{to}}"},"subjects":[{"kind":"ServiceAccount","name":"robot","namespace":"shop"}]}""";

    private static async Task<AccountWorld> AccountAsync()
    {
        var test = new AccountWorld(await TestWorld.StartAsync());
        await test.MakeAsync("/api/v1/namespaces/shop/serviceaccounts", """{"kind":"ServiceAccount","apiVersion":"v1","metadata":{"name":"robot"}}""");
        test.Use(test.World.World.AccountToken("shop", "robot")!);
        return test;
    }
}
