using System.Text.Json.Nodes;
using AiFixer.Playground.Applying.Shapes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Applying;

/// <summary>The part of an object that people and programs set: not what the server gives, and not its status.</summary>
internal static class OwnedObject
{
    private static readonly string[] OfTheServer =
        ["name", "namespace", "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink", "managedFields"];

    public static JsonObject Of(JsonObject json)
    {
        var owned = json.Copy();
        foreach (var field in (string[])["kind", "apiVersion", "status"])
            owned.Remove(field);
        if (owned.Obj("metadata") is not { } metadata)
            return owned;
        foreach (var field in OfTheServer)
            metadata.Remove(field);
        if (metadata.Count == 0)
            owned.Remove("metadata");
        return owned;
    }

    public static FieldSet Fields(ResourceType type, JsonObject json) =>
        Of(json) is { Count: > 0 } owned ? FieldSet.Of(owned, ShapeBook.Of(type.Kind)) : new();
}
