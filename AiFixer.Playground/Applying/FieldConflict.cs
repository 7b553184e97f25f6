using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Applying.Shapes;

namespace AiFixer.Playground.Applying;

/// <summary>A field that somebody else owns with another value.</summary>
internal sealed record FieldConflict(FieldManager Owner, string Field)
{
    public static IReadOnlyList<FieldConflict> Find(FieldManager owner, JsonNode? live, JsonNode applied, Shape shape) =>
        [.. Paths(owner.Fields, live, applied, shape, "").Select(field => new FieldConflict(owner, field))];

    public static StatusError Refusal(IReadOnlyList<FieldConflict> conflicts)
    {
        var causes = conflicts.Select(conflict => (JsonNode)new JsonObject
        {
            ["reason"] = "FieldManagerConflict",
            ["message"] = $"conflict with {conflict.Owner}",
            ["field"] = conflict.Field,
        });
        return new(409, "Conflict", Words(conflicts), new JsonObject { ["causes"] = new JsonArray([.. causes]) });
    }

    private static string Words(IReadOnlyList<FieldConflict> conflicts)
    {
        if (conflicts is [var only])
            return $"Apply failed with 1 conflict: conflict with {only.Owner}: {only.Field}";
        var byOwner = conflicts.GroupBy(conflict => conflict.Owner.ToString(), conflict => $"- {conflict.Field}").OrderBy(group => group.Key, StringComparer.Ordinal);
        return $"Apply failed with {conflicts.Count} conflicts: {string.Join('\n', byOwner.Select(group => $"conflicts with {group.Key}:\n{string.Join('\n', group)}"))}";
    }

    private static IEnumerable<string> Paths(FieldSet owned, JsonNode? live, JsonNode applied, Shape shape, string path)
    {
        if (shape.IsLeaf(applied))
            return owned.IsEmpty || JsonNode.DeepEquals(live, applied) ? [] : [path];
        return FieldSet.Parts(applied, shape)
            .Where(part => owned.Children.ContainsKey(part.Element))
            .SelectMany(part => Paths(
                owned.Children[part.Element], FieldElement.Find(live, part.Element, shape.Keys), part.Part, part.Shape, path + FieldElement.Text(part.Element)));
    }
}
