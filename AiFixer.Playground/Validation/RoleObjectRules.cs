using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Validation;

internal static class RoleObjectRules
{
    public static void Check(JsonObject json, List<FieldError> errors)
    {
        var rules = json.Arr("rules") ?? [];
        for (var i = 0; i < rules.Count; i++)
            Rule(rules[i], $"rules[{i}]", errors);
    }

    private static void Rule(JsonNode? rule, string path, List<FieldError> errors)
    {
        if (rule.Arr("verbs") is not { Count: > 0 })
            errors.Add(FieldError.Required($"{path}.verbs", "verbs must contain at least one value"));
        if (rule.Arr("nonResourceURLs") is { Count: > 0 })
            return;
        if (rule.Arr("apiGroups") is not { Count: > 0 })
            errors.Add(FieldError.Required($"{path}.apiGroups", "resource rules must supply at least one api group"));
        if (rule.Arr("resources") is not { Count: > 0 })
            errors.Add(FieldError.Required($"{path}.resources", "resource rules must supply at least one resource"));
    }
}
