using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Workload;

/// <summary>The environment a container starts with, or why the kubelet cannot make it.</summary>
internal sealed class ContainerSettings
{
    public static readonly ContainerSettings None = new();

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public string? Problem { get; private set; }

    public bool Has(string name) => names.Contains(name);

    public static ContainerSettings Read(ObjectStore store, string ns, JsonNode? container)
    {
        var settings = new ContainerSettings();
        foreach (var source in container.Arr("envFrom") ?? [])
            settings.AddAll(store, ns, source);
        foreach (var variable in container.Arr("env") ?? [])
            settings.Add(store, ns, variable);
        return settings;
    }

    private void AddAll(ObjectStore store, string ns, JsonNode? source)
    {
        if (source.Obj("secretRef") is { } secret && secret.Bool("optional") != true)
            Problem ??= $"secret \"{secret.Str("name")}\" not found";
        if (source.Obj("configMapRef") is not { } wanted)
            return;
        if (store.Find(Resources.ConfigMaps, ns, wanted.Str("name") ?? "") is { } map)
            names.UnionWith((map.Json.Obj("data") ?? []).Select(pair => source.Str("prefix") + pair.Key));
        else if (wanted.Bool("optional") != true)
            Problem ??= $"configmap \"{wanted.Str("name")}\" not found";
    }

    private void Add(ObjectStore store, string ns, JsonNode? variable)
    {
        var name = variable.Str("name") ?? "";
        var from = variable.Obj("valueFrom");
        if (!string.IsNullOrEmpty(variable.Str("value")) || from?["fieldRef"] is not null || from?["resourceFieldRef"] is not null)
            names.Add(name);
        if (from.Obj("secretKeyRef") is { } secret && secret.Bool("optional") != true)
            Problem ??= $"secret \"{secret.Str("name")}\" not found";
        if (from.Obj("configMapKeyRef") is not { } wanted)
            return;
        var (map, key) = (wanted.Str("name") ?? "", wanted.Str("key") ?? "");
        var found = store.Find(Resources.ConfigMaps, ns, map);
        if (found?.Json.Obj("data")?.ContainsKey(key) == true)
            names.Add(name);
        else if (wanted.Bool("optional") != true)
            Problem ??= found is null ? $"configmap \"{map}\" not found" : $"couldn't find key {key} in ConfigMap {ns}/{map}";
    }
}
