using AiFixer.Core.Ports;
using AiFixer.Hosting;
using AiFixer.Storage;
using AiFixer.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Hosting;

public sealed class StoreOpenerTests : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private readonly TempFolder folder = new();
    private SqliteConnection frozen = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private StorageOptions Options => new() { DataFolder = folder.Path, AnswerTime = TimeSpan.FromSeconds(1) };

    /// <summary>A process that froze in the middle of a transaction.</summary>
    public async ValueTask InitializeAsync()
    {
        await (await Opener().OpenAsync(Stop)).DisposeAsync();
        frozen = new($"Data Source={Path.Combine(folder.Path, "aifixer.db")};Pooling=False");
        frozen.Open();
        Say("begin immediate");
    }

    public async ValueTask DisposeAsync()
    {
        await frozen.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_store_that_is_locked_is_waited_for()
    {
        var opening = Opener().OpenAsync(Stop);
        await time.TimersArmedAsync(1);

        Say("rollback");
        time.AdvanceToNextTimer();

        await (await opening.WaitAsync(Eventually.DefaultLimit, Stop)).DisposeAsync();
    }

    [Fact]
    public async Task One_that_stays_locked_is_given_up_in_the_end()
    {
        var opening = Opener().OpenAsync(Stop);
        await time.TimersArmedAsync(1);

        time.Advance(TimeSpan.FromMinutes(1));

        (await Should.ThrowAsync<JournalUnavailableException>(opening)).Message.ShouldContain("database is locked");
    }

    [Fact]
    public async Task Whoever_is_told_to_stop_waits_no_longer()
    {
        using var stopping = new CancellationTokenSource();
        var opening = Opener().OpenAsync(stopping.Token);
        await time.TimersArmedAsync(1);

        await stopping.CancelAsync();

        await Should.ThrowAsync<JournalUnavailableException>(opening);
    }

    private StoreOpener Opener() => new(Options, TimeSpan.FromSeconds(30), time, NullLoggerFactory.Instance);

    private void Say(string statement)
    {
        using var command = frozen.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
