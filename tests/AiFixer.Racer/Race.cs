using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AiFixer.Racer;

/// <summary>In every round wants one grant and the last unit of one quota, as another process does.</summary>
internal static class Race
{
    private const int AtOnce = 16;
    private const int WarmUp = 100;

    private static long made;

    /// <summary>Whoever starts the race holds this lock until everybody is there.</summary>
    private const string Barrier = "select pg_advisory_lock_shared(20261121)";

    public static async Task<int> RunAsync(string connection, string folder, int rounds)
    {
        var options = new StorageOptions
        {
            Provider = StorageOptions.Postgres,
            ConnectionString = connection,
            DataFolder = folder,
            Exclusive = false,
            LeaseTime = TimeSpan.FromMinutes(5),
        };
        await using var store = await JournalStore.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        await store.Lease.AcquireAsync(CancellationToken.None);
        // Whoever still compiles its first append has lost every round before it wants anything.
        for (var i = 0; i < WarmUp; i++)
            await store.Journal.AppendAsync(Append(new Claim($"warm-up:{Environment.ProcessId}:{i}")), CancellationToken.None);
        await Console.Out.WriteLineAsync("ready");
        await WaitAsync(connection);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, rounds),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (round, stop) =>
            {
                await WantAsync(store.Journal, "grant", round, new Claim($"grant:race-{round}", Once: true), stop);
                await WantAsync(store.Journal, "quota", round, new Claim($"quota:race-{round}", TimeSpan.FromHours(1), 2), stop);
            });
        await Console.Out.WriteLineAsync("done");
        return 0;
    }

    private static async Task WaitAsync(string connection)
    {
        await using var barrier = new NpgsqlConnection(connection);
        await barrier.OpenAsync();
        await using var command = new NpgsqlCommand(Barrier, barrier) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task WantAsync(Core.Ports.IJournal journal, string what, int round, Claim claim, CancellationToken stop)
    {
        var verdict = await journal.AppendAsync(Append(claim), stop);
        // Anything but to win or to lose is for whoever started the race to see.
        await Console.Out.WriteLineAsync(verdict switch
        {
            AppendVerdict.Stored => $"won {what} {round}",
            AppendVerdict.ClaimLost => $"lost {what} {round}",
            _ => $"failed {what} {round} {verdict}",
        });
    }

    private static Append Append(Claim claim)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new()
        {
            Incident = IncidentId.Create(now, ((long)Environment.ProcessId << 20) + Interlocked.Increment(ref made)),
            ExpectedVersion = 0,
            PreviousDigest = "",
            Entry = "{}"u8.ToArray(),
            Row = new(IncidentStatus.Executing, Severity.P2, "A race", "race", "web", now, now, null),
            Claims = [claim],
        };
    }
}
