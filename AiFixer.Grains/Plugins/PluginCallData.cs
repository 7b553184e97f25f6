using System.Diagnostics;
using System.Text.Json;
using AiFixer.Plugins;

namespace AiFixer.Grains.Plugins;

/// <summary>A call that only reads: what it may do right before it leaves is not asked.</summary>
internal sealed record PluginCallData(string Arguments, string IncidentId, string? ActionId, string Actor, DateTimeOffset Now, string TraceId = "", string Span = "")
{
    private const string Usual = "default";

    public static PluginCallData Of(PluginCall call) =>
        new(call.Arguments, call.IncidentId, call.ActionId, call.Actor, call.Now, call.TraceId.Length > 0 ? call.TraceId : Here(), Activity.Current?.SpanId.ToHexString() ?? "");

    public PluginCall ToCall() => new(Arguments, IncidentId, ActionId, Actor, Now) { TraceId = TraceId };

    /// <summary>Grains carry no activity along: what it is a part of goes with the question.</summary>
    private static string Here() => Activity.Current?.TraceId.ToHexString() ?? "";

    /// <summary>The connection that is asked for; arguments that cannot be read are the plugin host's to refuse.</summary>
    public string Connection()
    {
        try
        {
            using var document = JsonDocument.Parse(Arguments);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("connection", out var value)
                && value.ValueKind == JsonValueKind.String ? value.GetString()! : Usual;
        }
        catch (JsonException)
        {
            return Usual;
        }
    }
}
