using System.Text.Json;
using AiFixer.Plugins.Insights;

namespace AiFixer.Plugins.Databases;

/// <summary>The database itself, asked for what it is busy with now: it keeps no past, so the window is not asked for.</summary>
internal sealed class LiveInsights(PgClients clients) : IInsightsSource
{
    public IReadOnlyList<string> Names => clients.Names;

    public IReadOnlyList<string> Missing => clients.Missing;

    public async Task<PluginResult> ReadAsync(InsightsQuestion question, CancellationToken cancellationToken)
    {
        var client = clients[question.Connection];
        var read = await client.ReadAsync(
            async reader => Tuple.Create(await InsightsReader.ReadAsync(reader, question.Connection, client.Time), await reader.BlindnessAsync()),
            cancellationToken);
        if (read.Failed(out var error, out var seen))
            return error.ToResult();
        var (data, blind) = seen;
        if (question.Database is { } wanted && wanted != data.Settings["database"])
            return PluginResult.Failed($"connection '{question.Connection}' leads to the database '{data.Settings["database"]}'");
        var top = data.TopSql.Count == 0 ? "no statement stands out" : $"most load: {data.TopSql[0].Statement}";
        var wait = data.Waits.Count == 0 ? "nothing runs" : $"most waits: {data.Waits[0].Name}";
        return PluginResult.Ok(
            JsonSerializer.Serialize(data, InsightsJson.Readable.InsightsData),
            $"{top}; {wait}; statements from {data.StatementsFrom}, {data.Window.Start} to {data.Window.End}{(blind is null ? "" : $"; {blind}")}");
    }
}
