using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>
/// A patch that replaces a deployment's template. It tests the identity and the whole present template first, so the API
/// itself refuses it once either is another: a second time too. Changes of the status or the replicas do not disturb it.
/// </summary>
internal static class TemplatePatch
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static WritePayload Of(Deployment now, string template, params IEnumerable<JsonOperation> more)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            Write(writer, new("test", "/metadata/uid", w => w.WriteStringValue(now.Metadata.Uid)));
            Write(writer, new("test", "/spec/template", w => w.WriteRawValue(now.Spec.Template.GetRawText())));
            Write(writer, new("replace", "/spec/template", w => w.WriteRawValue(template)));
            foreach (var operation in more)
                Write(writer, operation);
            writer.WriteEndArray();
        }

        return WritePayload.Patch(
            KubePaths.Deployment(now.Metadata.Namespace, now.Metadata.Name), WritePayload.JsonPatch, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>A third template is neither: somebody changed it since.</summary>
    public static ExecuteOutcome Applied(Deployment now, ActionPlan plan)
    {
        if (WritePayload.TryParse(plan.Payload) is not { } patch)
            return ExecuteOutcome.Unknown;
        using var operations = JsonDocument.Parse(patch.Body);
        var current = TemplateText.Canonical(now.Spec.Template);
        if (current == Template(operations, "replace"))
            return ExecuteOutcome.Done;
        return current == Template(operations, "test") ? ExecuteOutcome.NotDone : ExecuteOutcome.Unknown;
    }

    private static string? Template(JsonDocument operations, string kind) => operations.RootElement.EnumerateArray()
        .Where(o => o.GetProperty("op").GetString() == kind && o.GetProperty("path").GetString() == "/spec/template")
        .Select(o => TemplateText.Canonical(o.GetProperty("value")))
        .FirstOrDefault();

    private static void Write(Utf8JsonWriter writer, JsonOperation operation)
    {
        writer.WriteStartObject();
        writer.WriteString("op", operation.Kind);
        writer.WriteString("path", operation.Path);
        writer.WritePropertyName("value");
        operation.WriteValue(writer);
        writer.WriteEndObject();
    }
}
