using AiFixer.Engine.Policy;
using AiFixer.Engine.Telemetry;
using AiFixer.Lark;
using AiFixer.Llm.Telemetry;
using AiFixer.Plugins.Hosting;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Everything that is measured and traced, the same for whoever exports it.</summary>
public static class TelemetryNames
{
    public static IReadOnlyList<string> Meters { get; } =
    [
        EngineInstruments.Name, PolicyInstruments.Name, PluginInstruments.Name, LlmInstruments.Name, LarkInstruments.Name, TelemetryInstruments.Name,
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "Npgsql",
    ];

    public static IReadOnlyList<string> Sources { get; } =
        [IncidentTrace.Name, PluginInstruments.Name, LlmInstruments.Name, "Microsoft.AspNetCore", "System.Net.Http"];

    internal const string Database = "Npgsql";
}
