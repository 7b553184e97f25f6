using Npgsql;

namespace AiFixer.Storage.Databases;

/// <summary>Promise 1 rests on these settings, so they are asked for at every new connection of the writer.</summary>
internal static class PostgresDurability
{
    public static void Assert(NpgsqlConnection connection)
    {
        if (Show(connection, "synchronous_commit") is "off" or "local")
            connection.Execute("set synchronous_commit = on");
        Want(connection, "fsync", "a commit may be lost or the database destroyed in a crash", "on");
        Want(connection, "full_page_writes", "the database may be destroyed in a crash", "on");
        Want(connection, "synchronous_commit", "a commit may be lost in a crash", "on", "remote_write", "remote_apply");
        if (Show(connection, "server_encoding") is var encoding and not "UTF8")
            throw new StorageRefusedException($"The PostgreSQL database has the encoding {encoding}. Make it with 'create database … encoding UTF8 template template0'.");
    }

    private static void Want(NpgsqlConnection connection, string setting, string danger, params string[] good)
    {
        var value = Show(connection, setting);
        if (!good.Contains(value))
            throw new StorageRefusedException(
                $"PostgreSQL runs with {setting}={value}: {danger}. Set {setting}=on in postgresql.conf, reload the server, and start again.");
    }

    private static string Show(NpgsqlConnection connection, string setting) =>
        connection.Scalar<string>($"show {setting}");
}
