using System.Text.Json.Nodes;
using AiFixer.Playground.Applying;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Validation;

namespace AiFixer.Playground.Api;

/// <summary>Creation and change of objects: what the server owns stays the server's, the rest is defaulted and validated.</summary>
internal sealed class ObjectWriter(ControlPlane world)
{
    /// <param name="managers">Who owns what of it; nobody keeps account of it when there are none.</param>
    public Result<JsonObject> Create(ResourceType type, string? ns, JsonObject json, ApiCall call, JsonArray? managers = null)
    {
        var metadata = json.Ensure("metadata");
        if (metadata.Str("namespace") is { } given && type.Namespaced && ns is not null && given != ns)
            return StatusError.BadRequest($"the namespace of the provided object does not match the namespace sent on the request ({given} != {ns})");
        if (metadata.Str("name") is null && metadata.Str("generateName") is { } prefix)
            metadata["name"] = prefix + world.Ids.Suffix();
        var name = metadata.Str("name") ?? "";
        if (type.Namespaced)
            metadata["namespace"] = ns;
        foreach (var owned in (string[])["resourceVersion", "uid", "generation", "deletionTimestamp", "managedFields"])
            metadata.Remove(owned);
        if (managers is not null)
            metadata["managedFields"] = managers;
        if (HasStatus(type) && type != Resources.Nodes)
            json.Remove("status");
        Strip(json);
        Defaults.Apply(type, json);
        var errors = Validator.Check(type, json, null);
        if (errors.Count > 0)
            return StatusError.Invalid(type, name, errors);
        if (type.Namespaced && world.Store.Find(Resources.Namespaces, "", ns!) is null)
            return StatusError.NotFound(Resources.Namespaces, ns!);
        if (world.Store.Find(type, ns ?? "", name) is { } existing)
        {
            call.Effect.On(existing);
            return StatusError.AlreadyExists(type, name);
        }

        if (type == Resources.Pods && world.Quotas.Refusal(ns!, json["spec"]) is { } exceeded)
            return new StatusError(403, "Forbidden", $"pods \"{name}\" is forbidden: {exceeded}", new() { ["name"] = name, ["kind"] = "pods" });
        if (type == Resources.Pods)
            PodDefaults.Tolerate(json.Obj("spec")!, (long)world.Timings.Toleration.TotalSeconds);
        if (type == Resources.Services && json.Obj("spec") is { } service && service.Str("type") != "ExternalName")
            service["clusterIP"] ??= world.Endpoints.NextAddress();
        if (call.DryRun)
        {
            world.Store.Prepare(type, json, world.Clock.Now);
            return Kinds.Named(type, json);
        }

        var made = world.Store.Add(type, json, world.Clock.Now);
        call.Effect.Created(made);
        return Kinds.Named(type, made.Json.Copy());
    }

    /// <summary>Puts <paramref name="candidate"/> in the place of what is stored, if nothing speaks against it.</summary>
    /// <param name="owners">Who owns what afterwards, by whether anything is changed; what is changed is the writer's own when it is not given.</param>
    public Result<JsonObject> Change(StoredObject target, JsonObject candidate, ApiCall call, Func<bool, JsonArray>? owners = null)
    {
        call.Effect.On(target);
        if (candidate["metadata"] is not JsonObject metadata)
            return StatusError.BadRequest("metadata must be an object");
        if (Preconditions.Refusal(target, metadata) is { } refusal)
            return refusal;
        Strip(candidate);
        Restore(target, candidate, metadata);
        Defaults.Apply(target.Type, candidate);
        var errors = Validator.Check(target.Type, candidate, target.Json);
        if (errors.Count > 0)
            return StatusError.Invalid(target.Type, target.Name, errors);
        Own(target, candidate, metadata, call, owners);
        if (JsonNode.DeepEquals(candidate, target.Json))
            return Kinds.Named(target.Type, candidate);
        if (metadata.ContainsKey("generation") && !JsonNode.DeepEquals(candidate["spec"], target.Spec))
            metadata["generation"] = target.Generation + 1;
        if (call.DryRun)
            return Kinds.Named(target.Type, candidate);
        world.Store.Replace(target, candidate);
        call.Effect.Changing(target);
        return Kinds.Named(target.Type, candidate.Copy());
    }

    private void Own(StoredObject target, JsonObject candidate, JsonObject metadata, ApiCall call, Func<bool, JsonArray>? owners)
    {
        Keep(target.Metadata, metadata, "managedFields");
        var changed = !JsonNode.DeepEquals(candidate, target.Json);
        var after = owners is not null ? owners(changed) : changed ? UpdatedFields.After(target, candidate, call, world.Clock.Now) : null;
        if (after is not null)
            metadata["managedFields"] = after;
    }

    /// <summary>Its status is the controllers', whoever writes the rest.</summary>
    private static bool HasStatus(ResourceType type) => type != Resources.Events && type != Resources.Leases;

    private static void Strip(JsonObject json)
    {
        json.Remove("kind");
        json.Remove("apiVersion");
    }

    private static void Restore(StoredObject target, JsonObject candidate, JsonObject metadata)
    {
        foreach (var owned in (string[])["uid", "resourceVersion", "creationTimestamp", "generation", "deletionTimestamp", "deletionGracePeriodSeconds"])
            Keep(target.Metadata, metadata, owned);
        metadata.Remove("managedFields");
        metadata.Remove("selfLink");
        if (target.Type.Namespaced)
            metadata["namespace"] ??= target.Namespace;
        if (HasStatus(target.Type))
            Keep(target.Json, candidate, "status");
    }

    private static void Keep(JsonObject from, JsonObject to, string key)
    {
        if (from[key] is { } value)
            to[key] = value.DeepClone();
        else
            to.Remove(key);
    }
}
