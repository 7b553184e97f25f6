using System.Text.Json.Nodes;

namespace AiFixer.Playground.Api;

/// <summary>One field that validation refuses.</summary>
internal sealed record FieldError(string Field, string Reason, string Message)
{
    public static FieldError Invalid(string field, string value, string why) => new(field, "FieldValueInvalid", $"Invalid value: {value}: {why}");

    public static FieldError Required(string field, string why = "") =>
        new(field, "FieldValueRequired", why.Length == 0 ? "Required value" : $"Required value: {why}");

    public static FieldError Duplicate(string field, string value) => new(field, "FieldValueDuplicate", $"Duplicate value: \"{value}\"");

    public static FieldError NotFound(string field, string value) => new(field, "FieldValueNotFound", $"Not found: \"{value}\"");

    public static FieldError Forbidden(string field, string why) => new(field, "FieldValueForbidden", $"Forbidden: {why}");

    public static FieldError Unsupported(string field, string value, string supported) =>
        new(field, "FieldValueNotSupported", $"Unsupported value: \"{value}\": supported values: {supported}");

    public JsonObject ToCause() => new() { ["reason"] = Reason, ["message"] = Message, ["field"] = Field };

    public override string ToString() => $"{Field}: {Message}";
}
