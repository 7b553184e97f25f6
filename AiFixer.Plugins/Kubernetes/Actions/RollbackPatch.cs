using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>
/// The patch of a rollback. It tests the identity and the whole present template first, so the API itself refuses it once
/// either is another: a second time too. Changes of the status or the replicas do not disturb it.
/// </summary>
internal static class RollbackPatch
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a deployment keeps of its own; everything else comes from the revision, as with kubectl.</summary>
    private static readonly HashSet<string> OwnAnnotations = new(StringComparer.Ordinal)
    {
        WellKnown.LastApplied, WellKnown.Revision, "deployment.kubernetes.io/revision-history",
        "deployment.kubernetes.io/desired-replicas", "deployment.kubernetes.io/max-replicas", "deprecated.deployment.rollback.to",
    };

    public static string Body(Deployment now, ReplicaSet revision)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            Operation(writer, "test", "/metadata/uid", w => w.WriteStringValue(now.Metadata.Uid));
            Operation(writer, "test", "/spec/template", w => w.WriteRawValue(now.Spec.Template.GetRawText()));
            Operation(writer, "replace", "/spec/template", w => w.WriteRawValue(TemplateText.WithoutHash(revision.Spec.Template)));
            Operation(writer, now.Metadata.Annotations is null ? "add" : "replace", "/metadata/annotations", w => Annotations(w, now, revision));
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A third template is neither: somebody changed it since.</summary>
    public static ExecuteOutcome Applied(Deployment now, ActionPlan plan)
    {
        if (PatchPayload.TryParse(plan.Payload) is not { } patch)
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

    private static void Operation(Utf8JsonWriter writer, string kind, string path, Action<Utf8JsonWriter> value)
    {
        writer.WriteStartObject();
        writer.WriteString("op", kind);
        writer.WriteString("path", path);
        writer.WritePropertyName("value");
        value(writer);
        writer.WriteEndObject();
    }

    private static void Annotations(Utf8JsonWriter writer, Deployment now, ReplicaSet revision)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in now.Metadata.Annotations ?? [])
            if (OwnAnnotations.Contains(name))
                writer.WriteString(name, value);
        foreach (var (name, value) in revision.Metadata.Annotations ?? [])
            if (!OwnAnnotations.Contains(name))
                writer.WriteString(name, value);
        writer.WriteEndObject();
    }
}
