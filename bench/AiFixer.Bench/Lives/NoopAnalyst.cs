using System.Text.Json.Nodes;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Bench.Lives;

/// <summary>Is sure at once, and suggests <see cref="NoopPlugin"/>.</summary>
internal sealed class NoopAnalyst : IAnalyst
{
    public Task<AnalystAnswer> DiagnoseAsync(Incident incident, CancellationToken cancellationToken)
    {
        var target = incident.Alert.Target!;
        var arguments = new JsonObject { ["deployment"] = target.Name, ["namespace"] = target.Namespace };
        var request = new PluginRequest(NoopPlugin.Name, arguments.ToJsonString());
        var diagnosis = new Diagnosis(
            0, "bench", Verdict.Confirmed, "bench", "The pods crash because nothing was done.", 0.99,
            [new("E1", NoopPlugin.Name, "Seven restarts within ten minutes.", "")],
            [new(request, "Nothing helps against nothing.")], [], []);
        return Task.FromResult(new AnalystAnswer(diagnosis, []));
    }
}
