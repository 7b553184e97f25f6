using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Core.Schemas;

using AiFixer.Llm.Masking;
using AiFixer.Llm.Providers;
using AiFixer.Plugins;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Tools;

/// <summary>
/// The diagnostic plugins, as tools of a model. Nothing that changes anything is among them, whatever the model calls it:
/// what is not here cannot be run from here.
/// </summary>
internal sealed class ToolBox(IPluginHost plugins, Incident incident, EvidenceLog evidence, int atOnce, TimeProvider time)
{
    private const int MostCallsInARound = 12;
    private const int LongestResult = 12_000;

    private readonly Dictionary<string, PluginManifest> diagnostics = plugins.Plugins
        .Where(plugin => plugin.Category == PluginCategory.Diagnostic)
        .ToDictionary(plugin => plugin.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, string> asked = new(StringComparer.Ordinal);

    public IReadOnlyList<AITool> Tools => [.. diagnostics.Values.OrderBy(plugin => plugin.Name, StringComparer.Ordinal)
        .Select(plugin => AIFunctionFactory.CreateDeclaration(plugin.Name, plugin.Description, Wire.Parse(plugin.ParametersSchema)))];

    /// <summary>Runs what was called, several at once, and answers every call.</summary>
    public async Task<ChatMessage> RunAsync(IReadOnlyList<FunctionCallContent> calls, CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(atOnce);
        var results = await Task.WhenAll(calls.Select((call, index) => RunAsync(call, index, places, cancellationToken)));
        return new(ChatRole.Tool, [.. results.Select((result, index) => Answer(calls[index], result))]);
    }

    private async Task<Ran> RunAsync(FunctionCallContent call, int index, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        if (Refusal(call, index) is { } refusal)
            return new(null, "", refusal);
        var arguments = Arguments(call);
        var key = $"{call.Name} {arguments}";
        if (asked.TryGetValue(key, out var earlier))
            return new(null, key, $"That was asked before; the answer is {earlier}.");
        await places.WaitAsync(cancellationToken);
        try
        {
            var plugin = new PluginCall(arguments, incident.Id.Value, null, "aifixer", time.GetUtcNow());
            return new(await plugins.RunAsync(call.Name, plugin, cancellationToken), key, null);
        }
        finally
        {
            places.Release();
        }
    }

    private string? Refusal(FunctionCallContent call, int index)
    {
        if (index >= MostCallsInARound)
            return $"No more than {MostCallsInARound} calls at once; call it again.";
        if (!diagnostics.ContainsKey(call.Name))
            return $"There is no tool '{Wire.Line(call.Name)}'. The tools are: {string.Join(", ", diagnostics.Keys.Order(StringComparer.Ordinal))}. None of them changes or approves anything.";
        return call.Exception?.Message;
    }

    /// <summary>An alert of one cluster is looked at there, unless the model says where.</summary>
    private string Arguments(FunctionCallContent call)
    {
        var arguments = ToolArguments.Object(call);
        if (incident.Alert.Target is { Connection: not "default" } target && !arguments.ContainsKey("connection")
            && diagnostics[call.Name].ParametersSchema.Contains("\"connection\"", StringComparison.Ordinal))
            arguments["connection"] = target.Connection;
        return CanonicalJson.TryCreate(arguments.ToJsonString(), out var canonical, out _) ? canonical : arguments.ToJsonString();
    }

    /// <summary>In the order of the calls, so that ids do not depend on who was faster.</summary>
    private FunctionResultContent Answer(FunctionCallContent call, Ran ran)
    {
        if (ran.Result is { Success: true } result)
        {
            var seen = evidence.Add(call.Name, result);
            asked[ran.Key] = seen.Id;
            return new(call.CallId, $"Evidence {seen.Id}:\n{Outgoing.Fenced($"{seen.Id} {call.Name}", $"{result.Message}\n{result.Data}", LongestResult)}");
        }

        var error = ran.Refusal ?? ran.Result?.Error ?? "no answer";
        if (ran.Result is not null)
            evidence.Missed(call.Name, error);
        return new(call.CallId, Outgoing.Fenced("error", error, LongestResult)) { Exception = new InvalidOperationException(error) };
    }

    private sealed record Ran(PluginResult? Result, string Key, string? Refusal);
}
