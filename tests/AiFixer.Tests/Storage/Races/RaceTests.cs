using System.Globalization;
using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AiFixer.Tests.Storage.Races;

/// <summary>Two processes on one PostgreSQL want the same grant and the same last unit of a quota at the same moment.</summary>
[Trait("Suite", "races")]
public sealed class RaceTests
{
    private const string RoundsVariable = "AIFIXER_RACES";
    private const int UsualRounds = 300;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly string Racer = Path.Combine(
        AppContext.BaseDirectory.Replace("AiFixer.Tests", "AiFixer.Racer", StringComparison.Ordinal), "AiFixer.Racer.dll");

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable(RoundsVariable), out var rounds) ? rounds : UsualRounds;

    [Fact]
    public async Task Exactly_one_of_two_processes_wins_each_grant_and_each_last_unit()
    {
        using var folder = new TempFolder();
        await using var server = await PostgresServer.StartNewAsync();
        var connection = await server.CreateDatabaseAsync();
        await TakeAllButTheLastAsync(connection, folder);
        await using var barrier = new NpgsqlConnection(connection);
        await barrier.OpenAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(barrier, "select pg_advisory_lock(20261121)");
        await using var one = Start(connection, folder.File("one"));
        await using var other = Start(connection, folder.File("other"));
        await one.LineAsync("ready");
        await other.LineAsync("ready");

        await ExecuteAsync(barrier, "select pg_advisory_unlock(20261121)");
        await one.LineAsync("done", Limit);
        await other.LineAsync("done", Limit);

        var answers = one.Output.Concat(other.Output).Where(line => line.Contains(' ', StringComparison.Ordinal)).ToList();
        answers.ShouldAllBe(line => line.StartsWith("won ") || line.StartsWith("lost "));
        answers.Count.ShouldBe(4 * Rounds);
        var won = answers.Where(line => line.StartsWith("won ", StringComparison.Ordinal)).ToList();
        won.ShouldBeUnique();
        won.Count.ShouldBe(2 * Rounds);
    }

    private static async Task TakeAllButTheLastAsync(string connection, TempFolder folder)
    {
        var options = new StorageOptions
        {
            Provider = StorageOptions.Postgres,
            ConnectionString = connection,
            DataFolder = folder.File("first"),
            Exclusive = false,
            LeaseTime = TimeSpan.FromMinutes(5),
        };
        await using var store = await JournalStore.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, TestContext.Current.CancellationToken);
        await store.Lease.AcquireAsync(TestContext.Current.CancellationToken);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Rounds),
            new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (round, stop) =>
            {
                var append = Appends.First(Appends.NewId(), new Claim($"quota:race-{round}", TimeSpan.FromHours(1), 2));
                (await store.Journal.AppendAsync(append, stop)).ShouldBeOfType<AppendVerdict.Stored>();
            });
    }

    private static ChildProcess Start(string connection, string folder) =>
        ChildProcess.StartDotnet(Racer, connection, folder, Rounds.ToString(CultureInfo.InvariantCulture));

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
