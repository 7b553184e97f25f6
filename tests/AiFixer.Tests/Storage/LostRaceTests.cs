using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class LostRaceTests(SharedPostgres postgres)
{
    private const string SqliteRace = """
        create table won (number integer primary key);
        insert into won values (1);
        create trigger race before insert on claims when new.key = 'raced' begin insert into won values (1); end
        """;

    private const string PostgresRace = """
        create function race() returns trigger language plpgsql as $$ begin raise exception 'lost' using errcode = '40001'; end $$;
        create trigger race before insert on claims for each row when (new.key = 'raced') execute function race()
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>It was answered as refused, which means never.</summary>
    [Theory]
    [Stores]
    public async Task A_race_that_is_lost_every_time_is_no_verdict_for_ever_and_neighbours_are_stored(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        await database.ExecuteAsync(provider == "sqlite" ? SqliteRace : PostgresRace);

        var raced = store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim("raced")), None).AsTask();
        var neighbours = Enumerable.Range(0, 5).Select(_ => store.Journal.AppendAsync(Appends.First(Appends.NewId()), None).AsTask()).ToList();

        await Should.ThrowAsync<JournalUnavailableException>(raced);
        (await Task.WhenAll(neighbours)).ShouldAllBe(verdict => verdict is AppendVerdict.Stored);
        (await store.Journal.HolderAsync("raced", None)).ShouldBeNull();
    }
}
