using AiFixer.Storage;
using AiFixer.Storage.Audit;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class AuditKeyTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task The_key_is_made_once_for_its_owner_alone()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        var path = AuditKey.PathOf(database.Options().Keys, "audit-1");
        await using (await database.OpenAsync())
        {
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var key = await File.ReadAllTextAsync(path, None);
        await database.OpenAsync();

        (await File.ReadAllTextAsync(path, None)).ShouldBe(key);
    }
}
