using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Validation;

/// <summary>Volumes, and what containers say of them.</summary>
internal static class VolumeRules
{
    /// <param name="claimed">Volumes that come from elsewhere: the claims that a stateful set makes.</param>
    public static void Check(JsonObject? spec, string path, IReadOnlyCollection<string> claimed, List<FieldError> errors)
    {
        var names = new HashSet<string>(claimed, StringComparer.Ordinal);
        foreach (var (at, volume) in (spec.Arr("volumes") ?? []).Index())
        {
            var sources = (volume as JsonObject)?.Where(pair => pair.Key != "name" && pair.Value is not null).Select(pair => pair.Key).ToList() ?? [];
            if (string.IsNullOrEmpty(volume.Str("name")))
                errors.Add(FieldError.Required($"{path}.volumes[{at}].name"));
            else if (!names.Add(volume.Str("name")!))
                errors.Add(FieldError.Duplicate($"{path}.volumes[{at}].name", volume.Str("name")!));
            foreach (var extra in sources.Skip(1))
                errors.Add(FieldError.Forbidden($"{path}.volumes[{at}].{extra}", "may not specify more than 1 volume type"));
        }

        foreach (var (at, container) in (spec.Arr("containers") ?? []).Index())
            Mounts(container, $"{path}.containers[{at}]", names, errors);
    }

    private static void Mounts(JsonNode? container, string path, HashSet<string> names, List<FieldError> errors)
    {
        foreach (var (at, mount) in (container.Arr("volumeMounts") ?? []).Index())
        {
            if (!names.Contains(mount.Str("name") ?? ""))
                errors.Add(FieldError.NotFound($"{path}.volumeMounts[{at}].name", mount.Str("name") ?? ""));
            if (string.IsNullOrEmpty(mount.Str("mountPath")))
                errors.Add(FieldError.Required($"{path}.volumeMounts[{at}].mountPath"));
        }

        foreach (var (at, variable) in (container.Arr("env") ?? []).Index())
        {
            if (variable.Obj("valueFrom") is not null && variable.Str("value") is { Length: > 0 })
                errors.Add(FieldError.Invalid($"{path}.env[{at}].valueFrom", "\"\"", "may not be specified when `value` is not empty"));
        }
    }
}
