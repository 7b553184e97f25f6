using System.Text.Json.Nodes;
using AiFixer.Playground.Applying.Shapes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Applying;

/// <summary>Puts what is applied over what is there, and takes away what its owner leaves out now.</summary>
internal static class FieldMerge
{
    public static JsonNode Merge(JsonNode? live, JsonNode applied, Shape shape)
    {
        if (live is null || !shape.HasParts(applied) || !shape.HasParts(live))
            return applied.DeepClone();
        var merged = live.DeepClone();
        foreach (var (element, part, inner) in FieldSet.Parts(applied, shape))
            Put(merged, element, Merge(FieldElement.Find(live, element, shape.Keys), part, inner), shape);
        return merged;
    }

    /// <param name="before">What its owner applied last time.</param>
    /// <param name="now">What it applies now.</param>
    /// <param name="others">What belongs to others too, and stays.</param>
    public static void Prune(JsonNode merged, Shape shape, FieldSet before, FieldSet? now, FieldSet others)
    {
        foreach (var (element, child) in before.Children)
        {
            if (FieldElement.Find(merged, element, shape.Keys) is not { } part)
                continue;
            var (kept, shared) = (now?.Children.GetValueOrDefault(element), others.Children.GetValueOrDefault(element));
            if (kept is null && shared is null)
                FieldElement.Remove(merged, element, shape.Keys);
            else if (child.Children.Count > 0)
                PruneInside(merged, element, part, Inner(shape, element), child, kept, shared ?? new());
        }

        static Shape Inner(Shape shape, string element) => element[0] == 'f' ? shape.Field(element[2..]) ?? Shape.Open : shape.Element;

        void PruneInside(JsonNode owner, string element, JsonNode part, Shape inner, FieldSet child, FieldSet? kept, FieldSet shared)
        {
            Prune(part, inner, child, kept, shared);
            if (part is JsonObject { Count: 0 } or JsonArray { Count: 0 } && kept is null)
                FieldElement.Remove(owner, element, shape.Keys);
        }
    }

    private static void Put(JsonNode merged, string element, JsonNode part, Shape shape)
    {
        if (merged is JsonObject map)
        {
            map[element[2..]] = part;
            return;
        }

        var list = (JsonArray)merged;
        var index = list.ToList().FindIndex(item => (shape.Kind == ShapeKind.Keyed && item is JsonObject one ? FieldElement.Keyed(one, shape.Keys) : FieldElement.Valued(item)) == element);
        if (index < 0)
            list.Add(part);
        else
            list[index] = part;
    }
}
