using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Applying;

/// <summary>Who owns which fields, and how they came to: by applying, or by any other write.</summary>
internal sealed record FieldManager(string Name, string Operation, string ApiVersion, string? Subresource, string Time, FieldSet Fields)
{
    public const string Apply = "Apply";
    public const string Update = "Update";

    public bool Is(string name, string operation, string? subresource) => Name == name && Operation == operation && Subresource == subresource;

    public static FieldManager Parse(JsonNode json) => new(
        json.Str("manager") ?? "", json.Str("operation") ?? "", json.Str("apiVersion") ?? "", json.Str("subresource"), json.Str("time") ?? "",
        FieldSet.Parse(json.Obj("fieldsV1") ?? []));

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["manager"] = Name,
            ["operation"] = Operation,
            ["apiVersion"] = ApiVersion,
            ["time"] = Time,
            ["fieldsType"] = "FieldsV1",
            ["fieldsV1"] = Fields.ToJson(),
        };
        if (Subresource is not null)
            json["subresource"] = Subresource;
        return json;
    }

    /// <summary>As a conflict names it.</summary>
    public override string ToString()
    {
        var named = $"\"{Name}\"{(Subresource is null ? "" : $" with subresource \"{Subresource}\"")}";
        return Operation == Update ? $"{named} using {ApiVersion}" : named;
    }
}
