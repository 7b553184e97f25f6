using System.Text.Json.Nodes;
using AiFixer.Playground.Access;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Validation;

internal static class BindingRules
{
    public static void Check(JsonObject json, JsonObject? before, bool isNamespaced, List<FieldError> errors)
    {
        var role = json.Obj("roleRef");
        if (role.Str("apiGroup") != RoleRules.Group)
            errors.Add(FieldError.Unsupported("roleRef.apiGroup", role.Str("apiGroup") ?? "", $"\"{RoleRules.Group}\""));
        if (role.Str("kind") is not "ClusterRole" && !(isNamespaced && role.Str("kind") == "Role"))
            errors.Add(FieldError.Unsupported("roleRef.kind", role.Str("kind") ?? "", isNamespaced ? "\"ClusterRole\", \"Role\"" : "\"ClusterRole\""));
        if (string.IsNullOrEmpty(role.Str("name")))
            errors.Add(FieldError.Required("roleRef.name"));
        if (before is not null && !JsonNode.DeepEquals(role, before["roleRef"]))
            errors.Add(FieldError.Invalid("roleRef", role?.ToJsonString() ?? "null", "cannot change roleRef"));
        var subjects = json.Arr("subjects") ?? [];
        for (var i = 0; i < subjects.Count; i++)
            Subject(subjects[i], $"subjects[{i}]", errors);
    }

    private static void Subject(JsonNode? subject, string path, List<FieldError> errors)
    {
        if (string.IsNullOrEmpty(subject.Str("name")))
            errors.Add(FieldError.Required($"{path}.name"));
        if (subject.Str("kind") is not ("ServiceAccount" or "User" or "Group"))
            errors.Add(FieldError.Unsupported($"{path}.kind", subject.Str("kind") ?? "", "\"Group\", \"ServiceAccount\", \"User\""));
        if (subject.Str("kind") == "ServiceAccount" && string.IsNullOrEmpty(subject.Str("namespace")))
            errors.Add(FieldError.Required($"{path}.namespace"));
    }
}
