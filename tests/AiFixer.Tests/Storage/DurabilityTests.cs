using AiFixer.Storage;
using AiFixer.Storage.Databases;
using AiFixer.TestSupport;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AiFixer.Tests.Storage;

public sealed class DurabilityTests
{
    private const long Full = 2;

    [Theory]
    [InlineData("fsync", "off")]
    [InlineData("full_page_writes", "off")]
    [InlineData("synchronous_commit", "off")]
    [InlineData("synchronous_commit", "local")]
    public void PostgreSQL_settings_that_lose_commits_are_refused_by_name(string setting, string value)
    {
        var refused = Should.Throw<StorageRefusedException>(() => PostgresDurability.Assert(name => name == setting ? value : "on"));

        refused.Message.ShouldContain($"{setting}={value}");
        refused.Message.ShouldContain($"Set {setting}=on");
    }

    [Theory]
    [InlineData("on")]
    [InlineData("remote_write")]
    [InlineData("remote_apply")]
    public void PostgreSQL_settings_that_keep_commits_are_taken(string value) =>
        Should.NotThrow(() => PostgresDurability.Assert(name => name == "synchronous_commit" ? value : "on"));

    [Fact]
    public void A_file_system_without_a_write_ahead_log_is_refused()
    {
        SqliteLibrary.Use();
        using var folder = new TempFolder();
        using var connection = new SqliteConnection($"Data Source=file:{folder.File("x.db")}?vfs=unix-none;Pooling=False");
        connection.Open();

        var refused = Should.Throw<StorageRefusedException>(() => SqliteDurability.Assert(connection, "x.db"));

        refused.Message.ShouldContain("write-ahead log");
    }

    [Fact]
    public void SQLite_waits_for_the_disk_whatever_it_was_set_to()
    {
        using var folder = new TempFolder();
        using var connection = Hasty(folder);

        SqliteDurability.Assert(connection, "x.db");

        connection.Scalar<long>("pragma synchronous").ShouldBe(Full);
    }

    [Fact]
    public void SQLite_that_will_not_wait_for_the_disk_is_refused()
    {
        using var folder = new TempFolder();
        using var connection = Hasty(folder);
        strdelegate_authorizer deaf = (_, action, what, value, _, _) =>
            action == raw.SQLITE_PRAGMA && what == "synchronous" && value is not null ? raw.SQLITE_IGNORE : raw.SQLITE_OK;
        raw.sqlite3_set_authorizer(connection.Handle, deaf, null);

        var refused = Should.Throw<StorageRefusedException>(() => SqliteDurability.Assert(connection, "x.db"));

        refused.Message.ShouldContain("synchronous=full");
    }

    /// <summary>A connection that does not wait for the disk.</summary>
    private static SqliteConnection Hasty(TempFolder folder)
    {
        SqliteLibrary.Use();
        var connection = new SqliteConnection($"Data Source={folder.File("x.db")};Pooling=False");
        connection.Open();
        connection.Execute("pragma synchronous = off");
        connection.Scalar<long>("pragma synchronous").ShouldBe(0);
        return connection;
    }
}
