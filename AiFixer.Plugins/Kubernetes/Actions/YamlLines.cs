using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Writes JSON as the YAML lines people know from kubectl.</summary>
internal static partial class YamlLines
{
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<string> Of(JsonElement value)
    {
        var lines = new List<string>();
        Write(value, "", "", lines);
        return lines;
    }

    private static void Write(JsonElement value, string lead, string indent, List<string> lines)
    {
        if (value.ValueKind is JsonValueKind.Object && value.EnumerateObject().Any())
        {
            foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                WriteField($"{lead}{Text(property.Name)}:", property.Value, indent, lines);
                lead = indent;
            }
        }
        else if (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > 0)
        {
            foreach (var item in value.EnumerateArray())
            {
                Write(item, $"{lead}- ", $"{indent}  ", lines);
                lead = indent;
            }
        }
        else
        {
            lines.Add(lead + Scalar(value));
        }
    }

    private static void WriteField(string start, JsonElement value, string indent, List<string> lines)
    {
        var nested = value.ValueKind is JsonValueKind.Object && value.EnumerateObject().Any()
            || value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > 0;
        if (!nested)
        {
            lines.Add($"{start} {Scalar(value)}");
            return;
        }

        lines.Add(start);
        Write(value, $"{indent}  ", $"{indent}  ", lines);
    }

    private static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value.GetString()!),
        JsonValueKind.Object => "{}",
        JsonValueKind.Array => "[]",
        JsonValueKind.Undefined => "null",
        _ => value.GetRawText(),
    };

    private static string Text(string text) => Plain().IsMatch(text) ? text : JsonSerializer.Serialize(text, Quoted);

    [GeneratedRegex(@"^(?!(true|false|null|yes|no|on|off)\z)[A-Za-z/][A-Za-z0-9_./:@=-]*(?<!:)\z")]
    private static partial Regex Plain();
}
