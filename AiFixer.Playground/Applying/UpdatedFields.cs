using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Applying.Shapes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Applying;

/// <summary>Who owns what after a write that is no apply: what it changed is its writer's.</summary>
internal static class UpdatedFields
{
    /// <summary>Null for an object that nobody ever applied.</summary>
    public static JsonArray? After(StoredObject target, JsonObject changed, ApiCall call, DateTimeOffset now)
    {
        if (FieldManagers.Find(target) is not { } managers)
            return null;
        var (before, after) = (OwnedObject.Of(target.Json), OwnedObject.Of(changed));
        var written = Changed(before, after, ShapeBook.Of(target.Type.Kind));
        var part = call.Path.EndsWith("/scale", StringComparison.Ordinal) ? "scale" : null;
        var name = call.Query("fieldManager") is { Length: > 0 } given ? given : call.UserAgent.Split('/')[0];
        var mine = managers.Fields(name, FieldManager.Update, part).Union(written);
        return managers.Within(OwnedObject.Fields(target.Type, changed))
            .TakenBy(name, FieldManager.Update, part, written)
            .With(new(name, FieldManager.Update, target.Type.ApiVersion, part, KubeTime.Seconds(now), mine))
            .ToJson();
    }

    /// <summary>What is another value than before, or new.</summary>
    public static FieldSet Changed(JsonNode? before, JsonNode after, Shape shape)
    {
        if (before is null)
            return FieldSet.Of(after, shape);
        if (shape.IsLeaf(after) || shape.IsLeaf(before))
            return JsonNode.DeepEquals(before, after) ? new() : FieldSet.Of(after, shape);
        var changed = new FieldSet();
        foreach (var (element, part, inner) in FieldSet.Parts(after, shape))
            changed = changed.Union(Changed(FieldElement.Find(before, element, shape.Keys), part, inner).Below(element));
        return changed;
    }
}
