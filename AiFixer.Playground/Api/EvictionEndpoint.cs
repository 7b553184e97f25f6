using System.Text.Json.Nodes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>Evictions; this world has no disruption budgets, so none is refused for one.</summary>
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
        if (Preconditions.OfDeletion(pod, options) is { } refusal)
            return refusal;
        if (!call.DryRun && options.Arr("dryRun") is not { Count: > 0 })
        {
            call.Effect.Changing(pod);
            world.Pods.Terminate(pod, options.Int("gracePeriodSeconds"));
        }

        return Answer.Json(new JsonObject { ["kind"] = "Status", ["apiVersion"] = "v1", ["metadata"] = new JsonObject(), ["status"] = "Success", ["code"] = 201 }, 201);
    }
}
