using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Validation;

internal static class DeploymentRules
{
    public static void Check(JsonObject json, JsonObject? before, List<FieldError> errors)
    {
        if (json.Obj("spec") is not { } spec)
        {
            errors.Add(FieldError.Required("spec"));
            return;
        }

        Replicas(spec, errors);
        Strategy(spec.Obj("strategy"), errors);
        Template(spec, before.Obj("spec"), errors);
    }

    /// <summary>What every owner of a pod template must have.</summary>
    public static void Template(JsonObject? spec, JsonObject? before, List<FieldError> errors)
    {
        if (spec is null)
        {
            errors.Add(FieldError.Required("spec"));
            return;
        }

        Selector(spec, before, errors);
        PodRules.Check(spec.Obj("template").Obj("spec"), "spec.template.spec", errors);
        var claimed = (spec.Arr("volumeClaimTemplates") ?? []).Select(claim => claim.Obj("metadata").Str("name")).OfType<string>();
        VolumeRules.Check(spec.Obj("template").Obj("spec"), "spec.template.spec", [.. claimed], errors);
        if (spec.Obj("template").Obj("spec").Str("restartPolicy") is { } policy && policy != "Always")
            errors.Add(FieldError.Unsupported("spec.template.spec.restartPolicy", policy, "\"Always\""));
    }

    public static void Replicas(JsonObject? spec, List<FieldError> errors)
    {
        if (spec.Int("replicas") is not { } replicas)
            errors.Add(FieldError.Invalid("spec.replicas", spec?["replicas"]?.ToJsonString() ?? "null", "must be an integer"));
        else if (replicas < 0)
            errors.Add(FieldError.Invalid("spec.replicas", replicas.ToString(System.Globalization.CultureInfo.InvariantCulture), "must be greater than or equal to 0"));
    }

    private static void Selector(JsonObject spec, JsonObject? before, List<FieldError> errors)
    {
        var selector = spec.Obj("selector");
        if (selector.Obj("matchLabels") is not { Count: > 0 } wanted)
        {
            errors.Add(FieldError.Required("spec.selector"));
            return;
        }

        if (before is not null && !JsonNode.DeepEquals(selector, before["selector"]))
            errors.Add(FieldError.Invalid("spec.selector", selector!.ToJsonString(), "field is immutable"));
        var labels = spec.Obj("template").Obj("metadata").Obj("labels");
        if (wanted.Any(pair => labels.Str(pair.Key) != pair.Value.AsText()))
            errors.Add(FieldError.Invalid("spec.template.metadata.labels", labels?.ToJsonString() ?? "null", "`selector` does not match template `labels`"));
    }

    private static void Strategy(JsonObject? strategy, List<FieldError> errors)
    {
        var type = strategy.Str("type");
        if (type is not ("RollingUpdate" or "Recreate"))
            errors.Add(FieldError.Unsupported("spec.strategy.type", type ?? "", "\"Recreate\", \"RollingUpdate\""));
        if (type == "Recreate" && strategy.Obj("rollingUpdate") is not null)
            errors.Add(FieldError.Forbidden("spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'"));
    }
}
