using System.Text.Json.Nodes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>Evictions, which disruption budgets may refuse.</summary>
internal sealed class EvictionEndpoint(ControlPlane world)
{
    public Answer Evict(ApiPath path, ApiCall call)
    {
        if (call.BodyFor("Eviction", "policy/v1").Failed(out var error, out var body))
            return error;
        if (world.Store.Find(Resources.Pods, path.Namespace ?? "", path.Name!) is not { } pod)
            return StatusError.NotFound(Resources.Pods, path.Name!);
        call.Effect.On(pod);
        var options = body.Obj("deleteOptions");
        if ((Preconditions.OfDeletion(pod, options) ?? Refusal(pod)) is { } refusal)
            return refusal;
        if (!call.DryRun && options.Arr("dryRun") is not { Count: > 0 })
        {
            call.Effect.Changing(pod);
            world.Pods.Terminate(pod, options.Int("gracePeriodSeconds"));
        }

        return Answer.Json(new JsonObject { ["kind"] = "Status", ["apiVersion"] = "v1", ["metadata"] = new JsonObject(), ["status"] = "Success", ["code"] = 201 }, 201);
    }

    /// <summary>A pod that does not serve anyway is no disruption while the budget still has what it needs.</summary>
    private StatusError? Refusal(StoredObject pod)
    {
        if (pod.Deleting || world.Pods.Find(pod) is null or { IsOver: true } or { Node: null })
            return null;
        var budgets = world.Budgets.Guarding(pod);
        if (budgets.Count > 1)
            return new(500, "InternalError", "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");
        if (budgets.Count == 0)
            return null;
        var budget = budgets[0];
        world.Budgets.Reconcile(budget);
        if (budget.Count("disruptionsAllowed") > 0 || (world.Pods.Find(pod)?.IsReady == false && budget.Count("currentHealthy") >= budget.Count("desiredHealthy")))
            return null;
        var cause = $"The disruption budget {budget.Name} needs {budget.Count("desiredHealthy")} healthy pods and has {budget.Count("currentHealthy")} currently";
        var details = new JsonObject { ["causes"] = new JsonArray(new JsonObject { ["reason"] = "DisruptionBudget", ["message"] = cause }) };
        return new(429, "TooManyRequests", "Cannot evict pod as it would violate the pod's disruption budget.", details);
    }
}
