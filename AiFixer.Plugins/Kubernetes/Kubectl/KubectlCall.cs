using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A command, turned into a call of one of the plugins; that plugin's own schema has the last word on the arguments.</summary>
internal sealed class KubectlCall<T>
    where T : class, IPlugin
{
    private readonly KubectlGrammar grammar;
    private readonly Func<string, string?> disabled;
    private readonly Dictionary<string, (T Plugin, ArgumentSchema Schema)> plugins;

    public KubectlCall(KubectlGrammar grammar, IEnumerable<IPlugin> plugins, Func<string, string?> disabled)
    {
        (this.grammar, this.disabled) = (grammar, disabled);
        this.plugins = plugins.OfType<T>().ToDictionary(
            p => p.Manifest.Name, p => (p, ArgumentSchema.Parse(p.Manifest.ParametersSchema)), StringComparer.Ordinal);
    }

    /// <param name="alsoDisabled">What left before is looked at even where the plugin was disabled since.</param>
    public Reading<Found> Read(PluginCall call, bool alsoDisabled = false)
    {
        using var given = JsonDocument.Parse(call.Arguments);
        if (grammar.Read(given.RootElement.GetProperty("command").GetString()!).Failed(out var problem, out var meaning))
            return Reading<Found>.Wrong(problem);
        if (!alsoDisabled && disabled(meaning.Plugin) is { } why)
            return Reading<Found>.Wrong(why);
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
