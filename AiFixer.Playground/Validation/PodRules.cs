using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Validation;

internal static class PodRules
{
    private static readonly string[] Handlers = ["httpGet", "tcpSocket", "exec", "grpc"];

    public static void Check(JsonObject? spec, string path, List<FieldError> errors)
    {
        if (spec.Arr("containers") is not { Count: > 0 } containers)
        {
            errors.Add(FieldError.Required($"{path}.containers"));
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < containers.Count; i++)
            Container(containers[i], $"{path}.containers[{i}]", names, errors);
    }

    private static void Container(JsonNode? container, string path, HashSet<string> names, List<FieldError> errors)
    {
        var name = container.Str("name");
        if (string.IsNullOrEmpty(name))
            errors.Add(FieldError.Required($"{path}.name"));
        else if (!names.Add(name))
            errors.Add(FieldError.Duplicate($"{path}.name", name));
        if (string.IsNullOrEmpty(container.Str("image")))
            errors.Add(FieldError.Required($"{path}.image"));
        Resources(container, $"{path}.resources", errors);
        foreach (var kind in (string[])["readinessProbe", "livenessProbe", "startupProbe"])
        {
            if (container.Obj(kind) is { } probe)
                Probe(probe, $"{path}.{kind}", errors);
        }
    }

    private static void Resources(JsonNode? container, string path, List<FieldError> errors)
    {
        var (requests, limits) = (container.Obj("resources").Obj("requests"), container.Obj("resources").Obj("limits"));
        foreach (var (resource, request) in requests ?? [])
        {
            if (Quantity.Of(request) is { } asked && Quantity.Of(limits?[resource]) is { } allowed && asked > allowed)
                errors.Add(FieldError.Invalid($"{path}.requests", $"\"{request}\"", $"must be less than or equal to {resource} limit of {limits![resource]}"));
        }

        foreach (var (kind, amounts) in ((string, JsonObject?)[])[("requests", requests), ("limits", limits)])
        {
            foreach (var (resource, amount) in amounts ?? [])
            {
                if (Quantity.Of(amount) is not { } value)
                    errors.Add(FieldError.Invalid($"{path}.{kind}[{resource}]", amount?.ToJsonString() ?? "null", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"));
                else if (value < 0)
                    errors.Add(FieldError.Invalid($"{path}.{kind}[{resource}]", $"\"{amount}\"", "must be greater than or equal to 0"));
            }
        }
    }

    private static void Probe(JsonObject probe, string path, List<FieldError> errors)
    {
        var handlers = Handlers.Where(handler => probe[handler] is not null).ToList();
        if (handlers.Count == 0)
            errors.Add(FieldError.Required(path, "must specify a handler type"));
        foreach (var extra in handlers.Skip(1))
            errors.Add(FieldError.Forbidden($"{path}.{extra}", "may not specify more than 1 handler type"));
    }
}
