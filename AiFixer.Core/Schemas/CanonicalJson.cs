using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AiFixer.Core.Schemas;

/// <summary>
/// One spelling for equal JSON: keys in ordinal order, no whitespace, one form of each number. Equal texts mean equal values,
/// so a grant or a cache key can compare them.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Rewrites a JSON text; false, with the reason, when it is not JSON that can be kept.</summary>
    public static bool TryCreate(string json, [NotNullWhen(true)] out string? canonical, [NotNullWhen(false)] out string? error)
    {
        (canonical, error) = (null, null);
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            canonical = Of(document.RootElement);
            return true;
        }
        catch (JsonException e)
        {
            error = $"not JSON: {e.Message}";
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            error = "a text in it is not valid Unicode";
        }

        return false;
    }

    /// <summary>The canonical text of a value.</summary>
    public static string Of(JsonElement value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            Write(writer, value);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.GetString());
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(value));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement value)
    {
        writer.WriteStartObject();
        foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(property.Name);
            Write(writer, property.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>1, 1.0 and 1e0 are one number; digits beyond what arithmetic keeps stay as they were written.</summary>
    private static string Number(JsonElement value)
    {
        if (value.TryGetInt64(out var whole))
            return whole.ToString(CultureInfo.InvariantCulture);
        if (value.TryGetDecimal(out var exact))
            return Trimmed(exact);
        return value.GetRawText();
    }

    private static string Trimmed(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        text = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        return text == "-0" ? "0" : text;
    }
}
