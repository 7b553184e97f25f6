using System.Text.Json.Nodes;
using AiFixer.Playground.Applying.Shapes;

namespace AiFixer.Playground.Applying;

/// <summary>Fields of an object, as a tree: what somebody owns, or what was changed.</summary>
internal sealed class FieldSet
{
    private readonly SortedDictionary<string, FieldSet> children = new(StringComparer.Ordinal);

    /// <summary>Itself, not only what is below.</summary>
    public bool Self { get; private set; }

    public IReadOnlyDictionary<string, FieldSet> Children => children;

    public bool IsEmpty => !Self && children.Count == 0;

    /// <summary>Everything that is set in an object.</summary>
    public static FieldSet Of(JsonNode value, Shape shape)
    {
        var set = new FieldSet { Self = shape.IsLeaf(value) };
        if (set.Self)
            return set;
        foreach (var (element, part, inner) in Parts(value, shape))
            set.children[element] = Of(part, inner);
        if (shape.Kind == ShapeKind.Keyed)
            set.children.Values.ToList().ForEach(item => item.Self = true);
        return set;
    }

    public static FieldSet Parse(JsonObject json)
    {
        var set = new FieldSet();
        foreach (var (key, value) in json)
        {
            if (key == ".")
                set.Self = true;
            else if (value is JsonObject inner)
                set.children[key] = inner.Count == 0 ? new() { Self = true } : Parse(inner);
        }

        return set;
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (Self && children.Count > 0)
            json["."] = new JsonObject();
        foreach (var (key, child) in children)
            json[key] = child.ToJson();
        return json;
    }

    public FieldSet Union(FieldSet? other) => Combine(other, (mine, theirs) => mine || theirs);

    public FieldSet Without(FieldSet? other) => Combine(other, (mine, theirs) => mine && !theirs);

    public FieldSet Within(FieldSet? other) => Combine(other, (mine, theirs) => mine && theirs);

    /// <summary>The same, one step further down.</summary>
    public FieldSet Below(string element)
    {
        var above = new FieldSet();
        if (!IsEmpty)
            above.children[element] = this;
        return above;
    }

    public bool IsSame(FieldSet other) => JsonNode.DeepEquals(ToJson(), other.ToJson());

    /// <summary>The parts of a value that is not owned as one.</summary>
    public static IEnumerable<(string Element, JsonNode Part, Shape Shape)> Parts(JsonNode value, Shape shape) => value switch
    {
        JsonObject map => map.Where(pair => pair.Value is not null).Select(pair => (FieldElement.Named(pair.Key), pair.Value!, shape.Field(pair.Key) ?? Shape.Open)),
        JsonArray list when shape.Kind == ShapeKind.Keyed =>
            list.OfType<JsonObject>().Select(item => (FieldElement.Keyed(item, shape.Keys), (JsonNode)item, shape.Element)),
        JsonArray list => list.OfType<JsonNode>().Select(item => (FieldElement.Valued(item), item, shape.Element)),
        _ => [],
    };

    private FieldSet Combine(FieldSet? other, Func<bool, bool, bool> rule)
    {
        var combined = new FieldSet { Self = rule(Self, other?.Self == true) };
        foreach (var key in children.Keys.Union(other?.children.Keys ?? Enumerable.Empty<string>(), StringComparer.Ordinal))
        {
            var part = (children.GetValueOrDefault(key) ?? new()).Combine(other?.children.GetValueOrDefault(key), rule);
            if (!part.IsEmpty)
                combined.children[key] = part;
        }

        return combined;
    }
}
