using System.Text.Json;
using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

/// <summary>Looks at the deployment <c>catalog</c> and takes remedies, all through the plugins.</summary>
internal static class KubeCures
{
    public const double LongEnough = 120;

    public static readonly object Catalog = new { @namespace = "shop", deployment = "catalog" };

    /// <summary>Plans, sends, waits, and looks what became of it.</summary>
    public static async Task<Observation> TryAsync(this KubeWorld test, string plugin, object arguments, double seconds = LongEnough, double step = 0.1)
    {
        var plan = await test.PlanAsync(plugin, arguments);
        (await test.ExecuteAsync(plugin, arguments, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        test.Pass(seconds, step);
        return await test.ObserveAsync(plugin, arguments, plan);
    }

    public static async Task<string> CatalogAsync(this KubeWorld test) => string.Join('\n', await test.PodsAsync());

    public static async Task<IReadOnlyList<JsonElement>> PodsAsync(this KubeWorld test) =>
        [.. (await test.AskAsync("k8s.list_pods", new { @namespace = "shop", label_selector = "app=catalog" })).GetProperty("pods").EnumerateArray()];

    public static async Task<int> RestartsAsync(this KubeWorld test) => (await test.PodsAsync()).Sum(p => p.GetProperty("restarts").GetInt32());

    /// <summary>The messages of the namespace's events.</summary>
    public static async Task<string> EventsAsync(this KubeWorld test) =>
        string.Join('\n', (await test.AskAsync("k8s.get_events", new { @namespace = "shop", limit = 200 }))
            .GetProperty("events").EnumerateArray().Select(e => e.GetProperty("message").GetString()));

    /// <summary>What a pod in this state wrote before its container was restarted.</summary>
    public static async Task<string> LogAsync(this KubeWorld test, string status, bool previous = true)
    {
        var pod = (await test.PodsAsync()).First(p => p.GetProperty("status").GetString() == status);
        return (await test.AskAsync("k8s.get_pod_logs", new { @namespace = "shop", pod = pod.Name(), previous })).GetProperty("lines").ToString();
    }

    public static async Task<IReadOnlyList<int>> RevisionsAsync(this KubeWorld test) =>
        [.. (await test.AskAsync("k8s.rollout_history", Catalog)).GetProperty("revisions").EnumerateArray().Select(r => r.GetProperty("revision").GetInt32())];

    /// <summary>The one number that a query of Prometheus answers; zero where there is none.</summary>
    public static async Task<double> ValueAsync(this KubeWorld test, string query) =>
        (await test.AskAsync("prom.query", new { query })).GetProperty("series").EnumerateArray().Select(s => s.GetProperty("value").GetDouble()).SingleOrDefault();

    public static string Name(this JsonElement found) => found.GetProperty("name").GetString()!;
}
