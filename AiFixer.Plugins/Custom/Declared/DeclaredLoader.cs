using System.Text.Json.Nodes;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>Makes a plugin of a YAML file.</summary>
internal sealed class DeclaredLoader(HttpConnections services, AllowedPrograms programs) : ICustomLoader
{
    private const int MostBytes = 256 * 1024;

    public CustomKind Kind => CustomKind.Declared;

    public async Task<LoadedSource> LoadAsync(CustomSource source, CancellationToken cancellationToken)
    {
        if (new FileInfo(source.Path).Length > MostBytes)
            return LoadedSource.Failed($"it is longer than {MostBytes} bytes");
        var problems = new List<string>();
        if (DeclaredYaml.Read(await File.ReadAllTextAsync(source.Path, cancellationToken), problems) is not { } document)
            return LoadedSource.Failed(problems);
        problems.AddRange(DeclaredRules.Problems(document));
        return problems.Count > 0 ? LoadedSource.Failed(problems) : new([Plugin(document)], []);
    }

    private IPlugin Plugin(DeclaredDocument document) => DeclaredRules.IsRemediation(document)
        ? new DeclaredRemediation(
            Manifest(document), Call(document, document.Http, document.Command), Call(document, document.Observe!.Http, document.Observe.Command), document)
        : new DeclaredDiagnostic(Manifest(document), Call(document, document.Http, document.Command), document.Answer);

    private IDeclaredCall Call(DeclaredDocument document, DeclaredHttp? http, List<string>? command) => http is not null
        ? new HttpCall(http, services)
        : new CommandCall(command!, DeclaredDuration.Parse(document.Timeout)!.Value, programs);

    private static PluginManifest Manifest(DeclaredDocument document) => new()
    {
        Name = document.Name,
        Description = document.Description,
        Category = DeclaredRules.IsRemediation(document) ? PluginCategory.Remediation : PluginCategory.Diagnostic,
        ParametersSchema = Schema(document.Parameters),
        Verb = DeclaredRules.IsRemediation(document) ? document.Verb : "read",
        Risk = document.Risk.Length == 0 ? PluginRisk.Low : Enum.Parse<PluginRisk>(document.Risk, ignoreCase: true),
        Idempotent = document.Idempotent,
        ResourceKind = document.Target?.Kind ?? "",
        Timeout = DeclaredDuration.Parse(document.Timeout)!.Value,
    };

    /// <summary>What is not declared is refused.</summary>
    private static string Schema(object? parameters)
    {
        var schema = YamlJson.Of(parameters) as JsonObject ?? [];
        schema["type"] ??= "object";
        schema["additionalProperties"] ??= false;
        return schema.ToJsonString();
    }
}
