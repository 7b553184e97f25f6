using System.Text;
using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.Storage.Retention;
using AiFixer.Storage.Sealing;
using AiFixer.TestSupport;
using AiFixer.Tests.Storage.Retention;

namespace AiFixer.Tests.Storage.Sealing;

public sealed class SealedArchiveTests(SharedPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_archive_is_read_with_the_key_that_sealed_it_and_not_without()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        var (path, id) = await ArchiveAsync(database);

        Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, Stop)).ShouldNotContain("payments");
        Folder(database, database.Options().Seals).Find(id).ShouldNotBeNull().Blobs.ShouldHaveSingleItem();
        Should.Throw<StorageRefusedException>(() => Folder(database, database.Folder).Find(id)).Message.ShouldContain("data-1.seal");
    }

    [Fact]
    public async Task It_is_compared_with_what_was_written_without_being_opened_by_anybody_else()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await ArchiveAsync(database);
        var store = await database.OpenAsync();

        var report = await store.Audit.VerifyAsync(Stop);

        report.Problems.ShouldBeEmpty();
        (report.Archives, report.ArchivedIncidents, report.ArchivedEntries).ShouldBe((1, 1, 3));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-20_000)]
    public async Task A_piece_that_is_changed_or_missing_shows(int at)
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        var (path, id) = await ArchiveAsync(database);
        var bytes = await File.ReadAllBytesAsync(path, Stop);

        bytes[bytes.Length + at] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Stop);
        Should.Throw<InvalidDataException>(() => ArchiveFile.Incidents(path, database.Options().Seals).ToList());

        await File.WriteAllBytesAsync(path, bytes[..^30_000], Stop);
        Should.Throw<InvalidDataException>(() => ArchiveFile.Incidents(path, database.Options().Seals).ToList());
        id.Value.ShouldNotBeEmpty();
    }

    private static ArchiveFolder Folder(TestDatabase database, string keys) => new(Path.Combine(database.Folder, "archive"), keys);

    /// <summary>An archive of several pieces.</summary>
    private static async Task<(string Path, IncidentId Id)> ArchiveAsync(TestDatabase database)
    {
        var store = await database.OpenAsync(options => options.Retention.Pause = TimeSpan.Zero);
        var noise = new byte[200_000];
        new Random(1).NextBytes(noise);
        var id = await ArchivedHistory.CloseAsync(store, blobs: [Blob.Of("application/octet-stream", noise)]);
        await store.Audit.CheckpointAsync(Stop);
        (await store.ArchiveAsync(Stop)).ShouldBe(1);
        await TestDatabase.CloseAsync(store);
        return (Directory.EnumerateFiles(Path.Combine(database.Folder, "archive")).ShouldHaveSingleItem(), id);
    }
}
