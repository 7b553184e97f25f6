using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class GetEvents(KubeClients clients) : IDiagnosticPlugin
{
    /// <summary>The API lists events in no order of time, so the newest are only known when all were seen.</summary>
    private const int MostEvents = 5000;

    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.get_events",
        Description = "Lists the events of a namespace, newest first.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "event",
        ParametersSchema = KubeSchema.Object(
            clients, ["namespace"], ("namespace", KubeSchema.Name), ("field_selector", KubeSchema.Selector),
            ("limit", """{"type":"integer","minimum":1,"maximum":500,"default":50}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var listed = await clients[arguments.Connection].ListAsync(
            KubePaths.Events(arguments.Namespace), KubePaths.FieldSelector(arguments.FieldSelector),
            KubeJson.Default.KubeListKubeEvent, MostEvents, cancellationToken);
        if (listed.Failed(out var error, out var events))
            return error.ToResult();
        var newest = events.Items.OrderByDescending(e => e.LastSeen).Take(arguments.Limit).Select(EventData.Of);
        var data = new EventsData([.. newest]);
        return PluginResult.Ok(
            JsonSerializer.Serialize(data, KubeData.Readable.EventsData),
            $"{data.Events.Count} of {events.Items.Count}{(events.More ? " or more" : "")} events in {arguments.Namespace}, {data.Events.Count(e => e.Type == "Warning")} warnings");
    }
}
