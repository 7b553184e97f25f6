using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Validation;

internal static class ClaimRules
{
    private static readonly string[] Modes = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"];

    public static void Check(JsonObject? spec, JsonObject? before, List<FieldError> errors)
    {
        var modes = spec.Arr("accessModes") ?? [];
        if (modes.Count == 0)
            errors.Add(FieldError.Required("spec.accessModes", "at least 1 access mode is required"));
        foreach (var mode in modes.Select(mode => mode.AsText() ?? "").Except(Modes))
            errors.Add(FieldError.Unsupported("spec.accessModes", mode, string.Join(", ", Modes.Order(StringComparer.Ordinal).Select(known => $"\"{known}\""))));
        if (Quantity.Of(spec.Obj("resources").Obj("requests")?["storage"]) is null)
            errors.Add(FieldError.Required("spec.resources[storage]"));
        if (before is not null && !JsonNode.DeepEquals(modes, before["accessModes"]))
            errors.Add(FieldError.Forbidden("spec", "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims"));
    }
}
