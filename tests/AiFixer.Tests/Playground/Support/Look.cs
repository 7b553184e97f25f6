using System.Text.Json.Nodes;

namespace AiFixer.Tests.Playground.Support;

/// <summary>Reads of a world that many tests want.</summary>
internal static class Look
{
    public static string Path(string name) => $"/apis/apps/v1/namespaces/shop/deployments/{name}";

    public static async Task<IReadOnlyList<JsonNode>> PodsAsync(this TestWorld test, string app = "checkout", string ns = "shop") =>
        [.. (await test.GetAsync($"/api/v1/namespaces/{ns}/pods?labelSelector=app%3D{app}")).Items.Select(pod => pod!)];

    public static async Task<IReadOnlyList<string>> EventsAsync(this TestWorld test, string reason) =>
        [.. (await test.GetAsync($"/api/v1/events?fieldSelector=reason%3D{reason}")).Items.Select(item => item!["message"]!.ToString())];

    public static async Task<JsonNode> NodeAsync(this TestWorld test, string name) => (await test.GetAsync($"/api/v1/nodes/{name}")).Json;

    public static async Task<string> LogAsync(this TestWorld test, JsonNode pod, string query = "") =>
        (await test.GetAsync($"/api/v1/namespaces/{pod["metadata"]!["namespace"]}/pods/{pod.Name()}/log{query}")).Text;

    public static string Name(this JsonNode pod) => pod["metadata"]!["name"]!.ToString();

    public static string? Node(this JsonNode pod) => pod["spec"]!["nodeName"]?.ToString();

    public static string Phase(this JsonNode pod) => pod["status"]!["phase"]!.ToString();

    public static JsonNode Container(this JsonNode pod) => pod["status"]!["containerStatuses"]![0]!;

    public static string? Waiting(this JsonNode pod) => pod["status"]!["containerStatuses"]?[0]!["state"]!["waiting"]?["reason"]?.ToString();

    public static JsonNode Condition(this JsonNode target, string type) =>
        target["status"]!["conditions"]!.AsArray().Single(condition => condition!["type"]!.ToString() == type)!;

    public static string Status(this JsonNode target, string type) => target.Condition(type)["status"]!.ToString();

    /// <summary>Healthy at every moment of the next while.</summary>
    public static bool StaysHealthy(this TestWorld test, string name, TimeSpan span)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += TimeSpan.FromSeconds(1))
        {
            if (!test.Checkup(name).Healthy)
                return false;
            test.Pass(TimeSpan.FromSeconds(1));
        }

        return true;
    }

    public static async Task RestartAsync(this TestWorld test, string name) => (await test.StrategicAsync(Path(name), $$"""
        {"spec":{"template":{"metadata":{"annotations":{"kubectl.kubernetes.io/restartedAt":"{{test.Time.GetUtcNow():O}}"} } } } }
        """)).Code.ShouldBe(200);

    public static async Task ScaleAsync(this TestWorld test, string name, int replicas) =>
        (await test.MergeAsync($"{Path(name)}/scale", $$$"""{"spec":{"replicas":{{{replicas}}}}}""")).Code.ShouldBe(200);

    public static async Task PatchContainerAsync(this TestWorld test, string name, string fields) =>
        (await test.StrategicAsync(Path(name), $$$$"""{"spec":{"template":{"spec":{"containers":[{"name":"app",{{{{fields}}}}}]} } } }""")).Code.ShouldBe(200);

    /// <summary>Tries what is named, <c>restart</c> or <c>scale</c>, or else these fields of the container, and waits: it does not help.</summary>
    public static async Task DoesNotHelpAsync(this TestWorld test, string name, string cure)
    {
        await (cure switch
        {
            "restart" => test.RestartAsync(name),
            "scale" => test.ScaleAsync(name, 6),
            _ => test.PatchContainerAsync(name, cure),
        });
        test.Pass(TimeSpan.FromMinutes(1));
        test.StaysHealthy(name, TimeSpan.FromMinutes(1)).ShouldBeFalse();
    }

    /// <summary>The template of the revision before the current one, as <c>kubectl rollout undo</c> takes it.</summary>
    public static async Task RollBackAsync(this TestWorld test, string name)
    {
        var sets = (await test.GetAsync($"/apis/apps/v1/namespaces/shop/replicasets?labelSelector=app%3D{name}")).Items;
        var before = sets.OrderByDescending(set => int.Parse(set!["metadata"]!["annotations"]!["deployment.kubernetes.io/revision"]!.ToString())).ElementAt(1)!;
        var template = before["spec"]!["template"]!;
        template["metadata"]!["labels"]!.AsObject().Remove("pod-template-hash");
        (await test.JsonPatchAsync(Path(name), $$"""[{"op":"replace","path":"/spec/template","value":{{template.ToJsonString()}}}]""")).Code.ShouldBe(200);
    }
}
