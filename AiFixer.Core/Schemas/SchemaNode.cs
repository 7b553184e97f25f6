using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Schemas;

/// <summary>One schema, ready to check with.</summary>
internal sealed record SchemaNode
{
    public IReadOnlyList<string> Types { get; init; } = [];

    public IReadOnlyDictionary<string, SchemaNode> Properties { get; init; } = new Dictionary<string, SchemaNode>();

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>What properties without a name of their own must be; null: anything.</summary>
    public SchemaNode? AdditionalProperties { get; init; }

    public bool NoAdditionalProperties { get; init; }

    /// <summary>The canonical texts of <c>enum</c>, or of the one value of <c>const</c>.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public Regex? Pattern { get; init; }

    public string? PatternText { get; init; }

    public SchemaNode? Items { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public JsonNode? Default { get; init; }

    public static string Canonical(JsonElement value) => CanonicalJson.Of(value);
}
