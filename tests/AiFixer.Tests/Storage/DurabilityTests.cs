using AiFixer.Storage;
using AiFixer.Storage.Databases;
using AiFixer.TestSupport;
using Microsoft.Data.Sqlite;

namespace AiFixer.Tests.Storage;

public sealed class DurabilityTests
{
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
}
