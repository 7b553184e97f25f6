using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class Get(KubeClients clients) : IDiagnosticPlugin
{
    private const int MostItems = 100;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.get",
        Description = "Reads Kubernetes objects of one kind: one by name, or all of a namespace. Never secrets.",
        Category = PluginCategory.Diagnostic,
        ParametersSchema = KubeSchema.Object(
            clients, ["kind"], ("kind", $$"""{"type":"string","enum":[{{string.Join(',', KubeKinds.Names.Select(n => $"\"{n}\""))}}]}"""),
            ("namespace", KubeSchema.Name), ("name", KubeSchema.Name),
            ("label_selector", KubeSchema.Selector), ("field_selector", KubeSchema.Selector)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        if (arguments.Name is not null && arguments.Namespace.Length == 0 && KubeKinds.NeedsNamespace(arguments.Kind))
            return PluginResult.Failed($"to read one of the {arguments.Kind} by name, name its namespace too");
        var read = await ReadAsync(clients[arguments.Connection], arguments, cancellationToken);
        if (read.Failed(out var error, out var found))
            return error.ToResult();
        var data = new JsonObject
        {
            ["kind"] = arguments.Kind,
            ["items"] = new JsonArray([.. found.Items.Select(ObjectTrimmer.Trim)]),
            ["more"] = found.More,
        };
        return PluginResult.Ok(data.ToJsonString(Readable), $"{found.Items.Count} {arguments.Kind}{(found.More ? " (there are more)" : "")}");
    }

    private static async Task<KubeResult<KubeItems<JsonElement>>> ReadAsync(
        KubeClient client, KubeArguments arguments, CancellationToken cancellationToken)
    {
        var path = KubeKinds.Path(arguments.Kind, arguments.Namespace);
        if (arguments.Name is null)
            return await client.ListAsync(
                path, KubePaths.LabelSelector(arguments.LabelSelector) + KubePaths.FieldSelector(arguments.FieldSelector),
                KubeJson.Default.KubeListJsonElement, MostItems, cancellationToken);
        var one = await client.GetAsync($"{path}/{KubePaths.Escape(arguments.Name)}", KubeJson.Default.JsonObject, cancellationToken);
        return one.Failed(out var error, out var item)
            ? new(error)
            : new(new KubeItems<JsonElement>([JsonSerializer.SerializeToElement(item, KubeJson.Default.JsonObject)], false));
    }
}
