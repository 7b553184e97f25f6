using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using AiFixer.Playground.Api;
using AiFixer.Playground.Faults;

namespace AiFixer.Playground.Control;

/// <summary><c>/world/…</c>: look at the world and disturb it, from another process or with curl.</summary>
internal sealed class ControlEndpoint(PracticeWorld world)
{
    public async Task HandleAsync(HttpContext context) => await ApiHandler.WriteAsync(context, await AnswerAsync(context));

    private async Task<Answer> AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!["/world/".Length..].TrimEnd('/');
        try
        {
            return (context.Request.Method, path.Split('/')) switch
            {
                ("GET", ["record"]) => Json(world.Record, WorldJson.Default.IReadOnlyListRecordEntry),
                ("GET", ["state"]) => Json(world.State(), WorldJson.Default.IReadOnlyListDeploymentHealth),
                ("POST", ["deployments"]) => Add(await ReadAsync(context, WorldJson.Default.NewDeployments)),
                ("POST", ["faults", var fault]) => Fault(fault, await ReadAsync(context, WorldJson.Default.FaultRequest) ?? new()),
                _ => Problem(404, "there is no such control"),
            };
        }
        catch (JsonException error)
        {
            return Problem(400, error.Message);
        }
    }

    private Answer Add(NewDeployments? wanted)
    {
        if (wanted is not { Namespace.Length: > 0, Name.Length: > 0, Replicas: >= 0, Count: > 0 })
            return Problem(400, "namespace and name are needed; replicas must not be negative, count must be positive");
        for (var i = 1; i <= wanted.Count; i++)
            world.AddDeployment(wanted.Namespace, wanted.Count == 1 ? wanted.Name : $"{wanted.Name}-{i}", wanted.Replicas);
        return Json(world.State(), WorldJson.Default.IReadOnlyListDeploymentHealth);
    }

    private Answer Fault(string fault, FaultRequest request) => fault switch
    {
        "break-rollout" => On(request, world.BreakRollout),
        "unfixable" => On(request, world.FixDoesNotHelp),
        "heal" => On(request, world.Heal),
        "traffic" => On(request, (ns, name) => world.SetTraffic(ns, name, request.Rps ?? 0, request.CapacityPerPod)),
        "drop-next-answers" => Do(() => world.DropNextAnswers(request.Count ?? 1)),
        "drop-next-requests" => Do(() => world.DropNextRequests(request.Count ?? 1)),
        "delay" => Do(() => world.SetDelay(TimeSpan.FromMilliseconds(request.Milliseconds ?? 0))),
        "outage" => Do(() => world.SetOutage(request.Outage ?? ApiOutage.Unavailable)),
        "expire-tokens" => Do(world.ExpireTokens),
        "clear-api" => Do(world.ClearApiFaults),
        _ => OnSoftware(fault, request) ?? OnNode(fault, request) ?? Problem(404, $"there is no fault '{fault}'"),
    };

    private Answer? OnSoftware(string fault, FaultRequest request)
    {
        var faults = world.Faults;
        return fault switch
        {
            "missing-image" => On(request, faults.MissingImage),
            "bad-revision" => On(request, faults.BadRevision),
            "missing-setting" => On(request, (ns, name) => faults.MissingSetting(ns, name, request.Setting ?? "PAYMENT_TIMEOUT_MS")),
            "missing-config-key" => On(request, (ns, name) => faults.MissingConfigKey(ns, name, request.ConfigMap ?? $"{name}-config", request.Setting ?? "timeout")),
            "memory" => On(request, (ns, name) => faults.OutgrowMemory(ns, name, request.Amount ?? "400Mi")),
            "probe" => On(request, (ns, name) => faults.BreakProbe(ns, name, request.Probe ?? "readinessProbe", request.Path ?? "/health", request.Port ?? 8080)),
            "request" => On(request, (ns, name) => faults.RequestTooMuch(ns, name, request.Resource ?? "cpu", request.Amount ?? "200")),
            "leak" => On(request, (ns, name) => faults.LeakConnections(ns, name, request.PerSecond ?? 1)),
            "disk-writer" => On(request, (ns, name) => faults.WriteToDisk(ns, name, request.Amount ?? "256Mi")),
            _ => null,
        };
    }

    private Answer? OnNode(string fault, FaultRequest request) => fault switch
    {
        "node-down" => OnNode(request, world.Faults.FailNode),
        "node-up" => OnNode(request, world.Faults.RecoverNode),
        "node-disk" => OnNode(request, node => world.Faults.FillDisk(node, request.Share ?? 0.95)),
        _ => null,
    };

    private static Answer OnNode(FaultRequest request, Func<string, bool> inject)
    {
        if (request.Node is null)
            return Problem(400, "node is needed");
        return inject(request.Node) ? Answer.Json(new JsonObject { ["done"] = true }) : Problem(404, $"there is no node {request.Node}");
    }

    private Answer On(FaultRequest request, Func<string, string, bool> inject)
    {
        if (request.Namespace is null || request.Deployment is null)
            return Problem(400, "namespace and deployment are needed");
        return inject(request.Namespace, request.Deployment)
            ? Json(world.Health(request.Namespace, request.Deployment)!, WorldJson.Default.DeploymentHealth)
            : Problem(404, $"there is no deployment {request.Namespace}/{request.Deployment}");
    }

    private static Answer Do(Action inject)
    {
        inject();
        return Answer.Json(new JsonObject { ["done"] = true });
    }

    private static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        if (context.Request.ContentLength is null or 0)
            return null;
        return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted);
    }

    private static Answer Json<T>(T value, JsonTypeInfo<T> type) => new(200, JsonSerializer.SerializeToUtf8Bytes(value, type));

    private static Answer Problem(int code, string detail) =>
        Answer.Json(new JsonObject { ["status"] = code, ["detail"] = detail }, code) with { ContentType = "application/problem+json" };
}
