using System.Text.Json.Nodes;

namespace AiFixer.Playground.Applying.Shapes;

/// <summary>What a field holds, and whether its parts have owners of their own.</summary>
/// <param name="Type">The name of the struct, or of the struct that elements are.</param>
/// <param name="Whole">Owned as one, whatever is in it.</param>
internal sealed record Shape(ShapeKind Kind, string Type = "", bool Whole = false)
{
    public static readonly Shape Open = new(ShapeKind.Open);

    private static readonly Shape Anything = new(ShapeKind.Anything);
    private static readonly Shape Text = new(ShapeKind.Text);

    /// <summary>The fields that tell elements apart.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Whether the parts of the value have owners of their own.</summary>
    public bool HasParts(JsonNode value) => !Whole && Kind switch
    {
        ShapeKind.Struct or ShapeKind.Map or ShapeKind.Open => value is JsonObject,
        ShapeKind.Keyed or ShapeKind.Set => value is JsonArray,
        _ => false,
    };

    /// <summary>Whether the value is owned as one: also when there are no parts in it.</summary>
    public bool IsLeaf(JsonNode value) => !HasParts(value) || value is JsonObject { Count: 0 } or JsonArray { Count: 0 };

    /// <summary>The shape of a field; null when there is none of this name.</summary>
    public Shape? Field(string name) => Kind switch
    {
        ShapeKind.Struct => ShapeBook.Fields(Type).GetValueOrDefault(name),
        ShapeKind.Map => Type == "*" ? Anything : Text,
        _ => Open,
    };

    /// <summary>The shape of the elements of a list.</summary>
    public Shape Element => Type.Length > 0 ? new(ShapeKind.Struct, Type) : Kind == ShapeKind.Open ? Open : Anything;
}
