using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Validation;

internal static class ServiceRules
{
    public static void Check(JsonObject? spec, JsonObject? before, List<FieldError> errors)
    {
        if (spec.Str("type") == "ExternalName")
            return;
        var ports = spec.Arr("ports") ?? [];
        if (ports.Count == 0 && spec.Str("clusterIP") != "None")
            errors.Add(FieldError.Required("spec.ports"));
        for (var i = 0; i < ports.Count; i++)
        {
            if (ports[i].Int("port") is not (>= 1 and <= 65535))
                errors.Add(FieldError.Invalid($"spec.ports[{i}].port", ports[i]?["port"]?.ToJsonString() ?? "0", "must be between 1 and 65535, inclusive"));
            if (ports.Count > 1 && string.IsNullOrEmpty(ports[i].Str("name")))
                errors.Add(FieldError.Required($"spec.ports[{i}].name"));
        }

        if (spec.Str("sessionAffinity") is not ("None" or "ClientIP"))
            errors.Add(FieldError.Unsupported("spec.sessionAffinity", spec.Str("sessionAffinity") ?? "", "\"ClientIP\", \"None\""));
        if (before.Str("clusterIP") is { } old && spec.Str("clusterIP") is { } wanted && wanted != old)
            errors.Add(FieldError.Invalid("spec.clusterIPs[0]", $"\"{wanted}\"", "may not change once set"));
    }
}
