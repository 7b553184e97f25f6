using System.Text.Json;
using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Runbooks;

internal sealed class RunbookSearch(RunbookOptions options) : IDiagnosticPlugin
{
    private readonly RunbookFolder folder = new(options.Folder ?? "");

    public PluginManifest Manifest { get; } = new()
    {
        Name = "runbook.search",
        Description = "Finds the sections of the runbooks that fit a question, with file and heading.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "runbook",
        ParametersSchema = ParameterSchema.Object(
            ["query"], ("query", """{"type":"string","minLength":1,"maxLength":1000}"""),
            ("limit", """{"type":"integer","minimum":1,"maximum":20,"default":5}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => string.IsNullOrEmpty(options.Folder)
        ? [$"{PluginsOptions.Section}:{nameof(PluginsOptions.Runbooks)}:{nameof(RunbookOptions.Folder)}"]
        : [];

    public Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = JsonSerializer.Deserialize(call.Arguments, RunbookJson.Default.RunbookArguments)!;
        try
        {
            var index = folder.Current();
            var data = new RunbooksData([.. index.Search(arguments.Query, arguments.Limit).Select(hit => RunbookData.Of(hit, arguments.Query))]);
            return Task.FromResult(PluginResult.Ok(
                JsonSerializer.Serialize(data, RunbookJson.Readable.RunbooksData), $"{data.Sections.Count} of {index.Sections} sections fit"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(PluginResult.Failed($"the runbooks cannot be read: {e.Message}", retryable: true));
        }
    }
}
