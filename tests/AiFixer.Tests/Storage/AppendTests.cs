using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class AppendTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task What_is_stored_comes_back_as_it_was(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();
        var due = new DateTimeOffset(2026, 3, 1, 10, 0, 0, 123, TimeSpan.FromHours(2)).AddTicks(7);
        var blob = Blob.Of("text/plain", Appends.Bytes("log\0line"));
        var append = Appends.First(id) with
        {
            Entry = Appends.Bytes("{\"text\":\"\\u0000 ünï \u202e 🎈\"}"),
            Row = Appends.Row(due: due, title: "Ünïcode 🎈\u202e\u0001"),
            Blobs = [blob, blob],
        };

        var stored = (await store.Journal.AppendAsync(append, None)).ShouldBeOfType<AppendVerdict.Stored>();

        stored.ShouldBe(new(1, EntryDigest.Of("", id, 1, append.Entry.Span)));
        var loaded = (await store.Journal.LoadAsync(id, None)).ShouldNotBeNull();
        (loaded.Id, loaded.Version, loaded.Digest, loaded.Repeats).ShouldBe((id, 1, stored.Digest, 0));
        loaded.Row.ShouldBe(append.Row);
        loaded.LastSeen.ShouldBe(append.Row.OpenedAt);
        loaded.Snapshot.ToArray().ShouldBe(append.Snapshot.ToArray());
        var entry = (await store.Journal.EntriesAsync(id, None)).ShouldHaveSingleItem();
        (entry.Version, entry.Digest).ShouldBe((1, stored.Digest));
        entry.Entry.ToArray().ShouldBe(append.Entry.ToArray());
        var found = (await store.Journal.BlobAsync(blob.Hash, None)).ShouldNotBeNull();
        (found.MediaType, Convert.ToHexString(found.Bytes.Span)).ShouldBe(("text/plain", Convert.ToHexString(blob.Bytes.Span)));
        (await store.Journal.BlobAsync("none", None)).ShouldBeNull();
        (await store.Journal.LoadAsync(Appends.NewId(), None)).ShouldBeNull();
    }

    [Theory]
    [Stores]
    public async Task A_chain_of_entries_grows_and_the_row_follows(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();

        var verdict = await store.Journal.AppendAsync(Appends.First(id), None);
        for (var version = 2; version <= 5; version++)
        {
            var next = Appends.After(id, verdict) with { Row = Appends.Row(title: $"at {version}") };
            verdict = await store.Journal.AppendAsync(next, None);
            verdict.ShouldBeOfType<AppendVerdict.Stored>().Version.ShouldBe(version);
        }

        (await store.Journal.EntriesAsync(id, None)).Select(entry => entry.Version).ShouldBe([1, 2, 3, 4, 5]);
        (await store.Journal.LoadAsync(id, None))!.Row.Title.ShouldBe("at 5");
    }

    [Theory]
    [Stores]
    public async Task A_decision_on_an_old_version_or_on_other_bytes_is_stale_and_leaves_no_trace(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();
        var first = await store.Journal.AppendAsync(Appends.First(id), None);
        Append[] wrong =
        [
            Appends.First(id, new Claim("c:1")),
            Appends.After(id, first, new Claim("c:2")) with { ExpectedVersion = 2 },
            Appends.After(id, first, new Claim("c:3")) with { PreviousDigest = new string('0', 64) },
            Appends.After(Appends.NewId(), first, new Claim("c:4")),
        ];

        foreach (var append in wrong)
            (await store.Journal.AppendAsync(append, None)).ShouldBeOfType<AppendVerdict.Stale>();

        (await store.Journal.EntriesAsync(id, None)).Count.ShouldBe(1);
        (await database.CountAsync("select count(*) from claims")).ShouldBe(0);
        (await database.CountAsync("select count(*) from incidents")).ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task Many_at_once_about_one_incident_have_one_winner_a_version(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();
        var first = await store.Journal.AppendAsync(Appends.First(id), None);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            store.Journal.AppendAsync(Appends.After(id, first) with { Entry = Appends.Bytes($"{i}") }, None).AsTask()));

        verdicts.OfType<AppendVerdict.Stored>().ShouldHaveSingleItem();
        verdicts.OfType<AppendVerdict.Stale>().Count().ShouldBe(49);
    }

    [Theory]
    [Stores]
    public async Task A_value_that_cannot_be_kept_is_refused_alone(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(options => options.LargestItem = 1 << 16);
        var good = Enumerable.Range(0, 20).Select(_ => Appends.First(Appends.NewId())).ToList();
        Append[] bad =
        [
            Appends.First(Appends.NewId()) with { Row = Appends.Row(title: "nul \0") },
            Appends.First(Appends.NewId()) with { Row = Appends.Row(title: "half \ud800") },
            Appends.First(Appends.NewId(), new Claim(new string('k', 3000))),
            Appends.First(Appends.NewId(), new Claim("")),
            Appends.First(Appends.NewId()) with { Entry = new byte[(1 << 16) + 1] },
        ];

        var verdicts = await Task.WhenAll(good[..10].Concat(bad).Concat(good[10..])
            .Select(append => store.Journal.AppendAsync(append, None).AsTask()));

        verdicts[..10].Concat(verdicts[15..]).ShouldAllBe(verdict => verdict is AppendVerdict.Stored);
        verdicts[10..15].ShouldAllBe(verdict => verdict is AppendVerdict.Refused);
    }

    [Theory]
    [Stores]
    public async Task What_only_the_database_refuses_does_not_sink_its_neighbours(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        await database.ExecuteAsync(provider == StorageOptions.Postgres
            ? "alter table incidents add check (title <> 'bad')"
            : "create trigger bad before insert on incidents when new.title = 'bad' begin select raise(abort, 'bad'); end");
        var titles = Enumerable.Range(0, 30).Select(i => i % 10 == 5 ? "bad" : "good").ToList();

        var verdicts = await Task.WhenAll(titles.Select(title => store.Journal.AppendAsync(
            Appends.First(Appends.NewId()) with { Row = Appends.Row(title: title) }, None).AsTask()));

        verdicts.Select(verdict => verdict is AppendVerdict.Stored ? "good" : "bad").ShouldBe(titles);
        verdicts.Where(verdict => verdict is not AppendVerdict.Stored).ShouldAllBe(verdict => verdict is AppendVerdict.Refused);
        await store.Audit.CheckpointAsync(None);
        (await store.Audit.VerifyAsync(None)).Problems.ShouldBeEmpty();
    }

    [Theory]
    [Stores]
    public async Task Years_1_and_9999_are_times_like_any_other(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();
        var row = Appends.Row(due: DateTimeOffset.MinValue) with { OpenedAt = DateTimeOffset.MinValue, UpdatedAt = DateTimeOffset.MaxValue };

        await store.Journal.AppendAsync(Appends.First(id, new Claim("forever", TimeSpan.MaxValue)) with { Row = row }, None);

        (await store.Journal.LoadAsync(id, None))!.Row.ShouldBe(row);
        (await store.Journal.HolderAsync("forever", None)).ShouldBe(id);
    }
}
