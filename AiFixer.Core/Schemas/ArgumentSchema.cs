using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Core.Schemas;

/// <summary>A plugin's parameters schema, read once: the subset of JSON Schema that plugins need.</summary>
public sealed class ArgumentSchema
{
    private const int MaxLength = 64 * 1024;

    private ArgumentSchema(SchemaNode root) => Root = root;

    internal SchemaNode Root { get; }

    /// <summary>Reads a schema. A keyword outside the subset is an error, never ignored.</summary>
    /// <exception cref="FormatException">The schema cannot be used; the message names every problem.</exception>
    public static ArgumentSchema Parse(string schema)
    {
        var problems = new List<string>();
        var node = SchemaReader.Read(schema, problems);
        if (node is { Types: not ["object"] })
            problems.Add("$.type: arguments are an object");
        return problems.Count == 0 ? new(node!) : throw new FormatException(string.Join("; ", problems));
    }

    /// <summary>Fills in defaults, then checks everything.</summary>
    public BoundArguments Bind(string arguments)
    {
        if (arguments.Length > MaxLength)
            return BoundArguments.Wrong(new ArgumentError("$", $"longer than {MaxLength} characters"));
        if (!CanonicalJson.TryCreate(arguments.Length == 0 ? "{}" : arguments, out var canonical, out var error))
            return BoundArguments.Wrong(new ArgumentError("$", error));
        if (JsonNode.Parse(canonical) is not JsonObject given)
            return BoundArguments.Wrong(new ArgumentError("$", "must be an object"));
        SchemaDefaults.Fill(Root, given);
        using var filled = JsonDocument.Parse(given.ToJsonString());
        var errors = new List<ArgumentError>();
        SchemaCheck.Check(Root, filled.RootElement, "$", errors);
        return errors.Count == 0 ? BoundArguments.Fit(CanonicalJson.Of(filled.RootElement)) : BoundArguments.Wrong(errors);
    }
}
