using AiFixer.EndToEnd.Support;

namespace AiFixer.EndToEnd.Upgrade;

/// <summary>What is in the tables, read without our own code.</summary>
internal static class StoredEntries
{
    /// <summary>Every entry there is, by incident and version.</summary>
    public static async Task<Dictionary<(string Incident, long Version), string>> ReadAsync(GatewaySettings settings)
    {
        await using var connection = StoreConnection.Of(settings);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select incident, version, digest, entry from entries";
        await using var rows = await command.ExecuteReaderAsync();
        var entries = new Dictionary<(string, long), string>();
        while (await rows.ReadAsync())
            entries[(rows.GetString(0), rows.GetInt64(1))] = rows.GetString(2) + Convert.ToHexString((byte[])rows.GetValue(3));
        return entries;
    }
}
