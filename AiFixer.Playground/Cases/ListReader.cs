using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Cases;

/// <summary>Reads <c>kubernetes/KIND.json</c>: lists as the Kubernetes API gives them.</summary>
internal static class ListReader
{
    private const string Folder = "kubernetes";

    public static IReadOnlyList<FrozenList> Read(CaseContents contents) => [.. contents.Below(Folder).Select(name => One(new(contents, name), name))];

    private static FrozenList One(CaseFile file, string name)
    {
        if (Resources.All.FirstOrDefault(t => name == $"{Folder}/{t.Plural}.json") is not { } type)
            throw file.Wrong(null, $"there is no kind '{Path.GetFileNameWithoutExtension(name)}' here; there are {string.Join(", ", Resources.All.Select(t => t.Plural))}");
        if (file.Object().Arr("items") is not { } items)
            throw file.Wrong(null, "items must be a list");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, item) in items.Index())
            Check(file, type, item, $"items {i + 1}: ", names);
        return new(type, [.. items.Cast<JsonObject>().Select(item => item.Copy())]);
    }

    private static void Check(CaseFile file, ResourceType type, JsonNode? item, string at, HashSet<string> names)
    {
        var name = file.Required(item.Obj("metadata"), "name", null, $"{at}metadata.");
        var ns = item.Obj("metadata").Str("namespace") ?? "";
        if (type.Namespaced == (ns.Length == 0))
            throw file.Wrong(null, type.Namespaced ? $"{at}metadata.namespace is missing" : $"{at}a {type.Kind} has no namespace");
        if (item.Str("kind") is { } kind && kind != type.Kind)
            throw file.Wrong(null, $"{at}its kind is {kind}, not {type.Kind}");
        if (!names.Add($"{ns}/{name}"))
            throw file.Wrong(null, $"{at}{ns}/{name} is there twice");
    }
}
