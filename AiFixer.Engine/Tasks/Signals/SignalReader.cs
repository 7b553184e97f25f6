using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Engine.Tasks.Signals;

/// <summary>Reads what has to recover from the metrics, as they are now.</summary>
internal sealed class SignalReader(IPluginHost plugins, TimeProvider time)
{
    private const string Plugin = "prom.query";

    public async Task<SignalReading> ReadAsync(Incident state, RecoverySignal signal, CancellationToken cancellationToken)
    {
        if (!double.IsFinite(signal.Bound) || !double.IsFinite(signal.Before))
            return SignalReading.Idle(signal);
        var call = Calls.For(state, new PluginRequest(Plugin, Arguments(state, signal)), actionId: null, time.GetUtcNow());
        var result = await plugins.RunAsync(Plugin, call, cancellationToken);
        if (!result.Success || result.Data is null)
            return new(signal, null, result.Error ?? "there was no answer");
        return Worst(signal, result.Data) is { } value ? new(signal, value, null) : SignalReading.Gone(signal);
    }

    private static string Arguments(Incident state, RecoverySignal signal)
    {
        var arguments = new JsonObject { ["query"] = signal.Query };
        if (state.Alert.Target is { Connection: not "default" } target)
            arguments["connection"] = target.Connection;
        return arguments.ToJsonString();
    }

    /// <summary>Of several series the one that is furthest from being back counts.</summary>
    private static double? Worst(RecoverySignal signal, string data)
    {
        using var answer = JsonDocument.Parse(data);
        if (!answer.RootElement.TryGetProperty("series", out var series) || series.ValueKind != JsonValueKind.Array)
            return null;
        var values = series.EnumerateArray().Select(Value).OfType<double>().Where(double.IsFinite).ToList();
        return values.Count == 0 ? null : signal.IsBelow ? values.Max() : values.Min();
    }

    private static double? Value(JsonElement series) =>
        series.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
