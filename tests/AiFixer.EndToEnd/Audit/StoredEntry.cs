using System.Data.Common;
using AiFixer.EndToEnd.Support;

namespace AiFixer.EndToEnd.Audit;

/// <summary>One row of the journal in the hands of somebody who should not touch it.</summary>
internal static class StoredEntry
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Changes one bit of what was written.</summary>
    public static async Task ChangeAsync(GatewaySettings settings, string incident, long version)
    {
        await using var connection = StoreConnection.Of(settings);
        await connection.OpenAsync(Stop);
        await using var read = Command(connection, "select entry from entries", incident, version);
        var bytes = (byte[])(await read.ExecuteScalarAsync(Stop))!;
        bytes[bytes.Length / 2] ^= 1;
        await using var write = Command(connection, "update entries set entry = @entry", incident, version);
        Add(write, "entry", bytes);
        (await write.ExecuteNonQueryAsync(Stop)).ShouldBe(1);
    }

    public static async Task RemoveAsync(GatewaySettings settings, string incident, long version)
    {
        await using var connection = StoreConnection.Of(settings);
        await connection.OpenAsync(Stop);
        await using var remove = Command(connection, "delete from entries", incident, version);
        (await remove.ExecuteNonQueryAsync(Stop)).ShouldBe(1);
    }

    private static DbCommand Command(DbConnection connection, string what, string incident, long version)
    {
        var command = connection.CreateCommand();
        command.CommandText = what + " where incident = @incident and version = @version";
        Add(command, "incident", incident);
        Add(command, "version", version);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
