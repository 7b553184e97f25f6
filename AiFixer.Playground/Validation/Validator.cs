using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Validation;

/// <summary>Everything wrong with an object, at once.</summary>
internal static partial class Validator
{
    public static List<FieldError> Check(ResourceType type, JsonObject json, JsonObject? before)
    {
        var errors = new List<FieldError>();
        Metadata(type, json.Obj("metadata")!, before.Obj("metadata"), errors);
        if (type == Resources.Deployments)
            DeploymentRules.Check(json, before, errors);
        if (type == Resources.ReplicaSets)
            DeploymentRules.Replicas(json.Obj("spec"), errors);
        if (type == Resources.StatefulSets || type == Resources.DaemonSets)
            DeploymentRules.Template(json.Obj("spec"), before.Obj("spec"), errors);
        if (type == Resources.Autoscalers)
            AutoscalerRules.Check(json.Obj("spec"), errors);
        if (type == Resources.Budgets)
            BudgetRules.Check(json.Obj("spec"), errors);
        if (type == Resources.Roles || type == Resources.ClusterRoles)
            RoleObjectRules.Check(json, errors);
        if (type == Resources.RoleBindings || type == Resources.ClusterRoleBindings)
            BindingRules.Check(json, before, type == Resources.RoleBindings, errors);
        if (type == Resources.NetworkPolicies)
            NetworkPolicyRules.Check(json.Obj("spec"), errors);
        if (type == Resources.Services)
            ServiceRules.Check(json.Obj("spec"), before.Obj("spec"), errors);
        if (type == Resources.VolumeClaims)
            ClaimRules.Check(json.Obj("spec"), before.Obj("spec"), errors);
        if (type == Resources.Pods)
            PodRules.Check(json.Obj("spec"), "spec", errors);
        if (type == Resources.Pods)
            VolumeRules.Check(json.Obj("spec"), "spec", [], errors);
        return errors;
    }

    private static void Metadata(ResourceType type, JsonObject metadata, JsonObject? before, List<FieldError> errors)
    {
        var name = metadata.Str("name");
        if (string.IsNullOrEmpty(name))
            errors.Add(FieldError.Required("metadata.name", "name or generateName is required"));
        else if (type.Group != Access.RoleRules.Group && (name.Length > 253 || !DnsName().IsMatch(name)))
            errors.Add(FieldError.Invalid("metadata.name", $"\"{name}\"", "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"));
        foreach (var field in (string[])["name", "namespace"])
        {
            if (before is not null && metadata.Str(field) != before.Str(field))
                errors.Add(FieldError.Invalid($"metadata.{field}", $"\"{metadata.Str(field)}\"", "field is immutable"));
        }

        StringMap(metadata["labels"], "metadata.labels", errors);
        StringMap(metadata["annotations"], "metadata.annotations", errors);
    }

    private static void StringMap(JsonNode? map, string field, List<FieldError> errors)
    {
        foreach (var (key, value) in map as JsonObject ?? [])
        {
            if (value.AsText() is null)
                errors.Add(FieldError.Invalid($"{field}.{key}", value?.ToJsonString() ?? "null", "must be a string"));
        }
    }

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", RegexOptions.CultureInvariant)]
    private static partial Regex DnsName();
}
