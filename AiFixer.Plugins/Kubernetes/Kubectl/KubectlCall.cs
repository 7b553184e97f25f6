using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A command, turned into a call of one of the plugins; that plugin's own schema has the last word on the arguments.</summary>
internal sealed class KubectlCall<T>
    where T : class, IPlugin
{
    private readonly KubectlGrammar grammar;
    private readonly Dictionary<string, (T Plugin, ArgumentSchema Schema)> plugins;

    public KubectlCall(KubectlGrammar grammar, IEnumerable<IPlugin> plugins)
    {
        this.grammar = grammar;
        this.plugins = plugins.OfType<T>().ToDictionary(
            p => p.Manifest.Name, p => (p, ArgumentSchema.Parse(p.Manifest.ParametersSchema)), StringComparer.Ordinal);
    }

    public Reading<Found> Read(PluginCall call)
    {
        using var given = JsonDocument.Parse(call.Arguments);
        if (grammar.Read(given.RootElement.GetProperty("command").GetString()!).Failed(out var problem, out var meaning))
            return Reading<Found>.Wrong(problem);
        var arguments = meaning.Arguments.DeepClone().AsObject();
        arguments["connection"] = JsonNode.Parse(given.RootElement.GetProperty("connection").GetRawText());
        var (plugin, schema) = plugins[meaning.Plugin];
        var bound = schema.Bind(arguments.ToJsonString());
        return bound.Canonical is { } canonical
            ? new Found(plugin, call with { Arguments = canonical }, meaning)
            : Reading<Found>.Wrong($"{meaning.Plugin}: {string.Join("; ", bound.Errors)}");
    }

    internal sealed record Found(T Plugin, PluginCall Call, KubectlMeaning Meaning);
}
