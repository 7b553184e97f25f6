using Npgsql;

namespace AiFixer.Storage.Databases;

/// <summary>Promise 1 rests on these settings, so they are asked for at every new connection of the writer.</summary>
internal static class PostgresDurability
{
    public static void Assert(NpgsqlConnection connection)
    {
        string Show(string setting) => connection.Scalar<string>($"show {setting}");
        if (Show("synchronous_commit") is "off" or "local")
            connection.Execute("set synchronous_commit = on");
        Assert(Show);
        if (Show("server_encoding") is var encoding and not "UTF8")
            throw new StorageRefusedException(
                $"The PostgreSQL database has the encoding {encoding}. Make it with 'create database … encoding UTF8 template template0'.");
    }

    /// <param name="show">What the server says to <c>show</c>.</param>
    public static void Assert(Func<string, string> show)
    {
        Want(show, "fsync", "a commit may be lost or the database destroyed in a crash", "on");
        Want(show, "full_page_writes", "the database may be destroyed in a crash", "on");
        Want(show, "synchronous_commit", "a commit may be lost in a crash", "on", "remote_write", "remote_apply");
    }

    private static void Want(Func<string, string> show, string setting, string danger, params string[] good)
    {
        var value = show(setting);
        if (!good.Contains(value))
            throw new StorageRefusedException(
                $"PostgreSQL runs with {setting}={value}: {danger}. Set {setting}=on in postgresql.conf, reload the server, and start again.");
    }
}
