using System.Text.Json;
using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Databases;

/// <summary>The arguments of all database plugins; each schema says which of them there are.</summary>
internal sealed record DbArguments
{
    public string Connection { get; set; } = "";

    public double MinDurationSeconds { get; init; }

    public int? Pid { get; init; }

    public string Table { get; set; } = "";

    public bool Full { get; init; }

    public static DbArguments Of(PluginCall call) => JsonSerializer.Deserialize(call.Arguments, DbArgumentsJson.Default.DbArguments)!;

    public static string Schema(PgClients clients, string[] required, params (string Name, string Schema)[] properties) =>
        ParameterSchema.Object(clients.Names, "which database", required, properties);
}
