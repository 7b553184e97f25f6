using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace AiFixer.Plugins.Databases;

/// <summary>One question to a database and its answer, which says so when our role sees only a part.</summary>
internal static class DbAnswer
{
    public static async Task<PluginResult> AskAsync<T>(
        PgClient client, Func<PgReader, Task<T>> read, JsonTypeInfo<T> type, Func<T, string> sentence, CancellationToken cancellationToken)
        where T : class
    {
        var asked = await client.ReadAsync(async reader => Tuple.Create(await read(reader), await reader.BlindnessAsync()), cancellationToken);
        if (asked.Failed(out var error, out var seen))
            return error.ToResult();
        var (data, blind) = seen;
        return blind is null
            ? PluginResult.Ok(JsonSerializer.Serialize(data, type), sentence(data))
            : PluginResult.Ok(Marked(JsonSerializer.SerializeToNode(data, type)!.AsObject(), blind, type.Options), $"{sentence(data)}; {blind}");
    }

    private static string Marked(JsonObject data, string blind, JsonSerializerOptions options)
    {
        data["partial"] = blind;
        return data.ToJsonString(options);
    }
}
