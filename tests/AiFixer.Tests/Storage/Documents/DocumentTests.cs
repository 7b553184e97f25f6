using AiFixer.Core.Documents;
using AiFixer.Core.Ports;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage.Documents;

public sealed class DocumentTests(SharedPostgres postgres)
{
    private static readonly DocumentAuthor Alice = new("key:alice", "alice");
    private static readonly DocumentAuthor Bob = new("key:bob", "bob");
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task What_was_put_is_there_and_everything_that_was_done_to_it_can_be_read(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var documents = (await database.OpenAsync()).Documents;
        var before = TimeProvider.System.GetUtcNow().AddMinutes(-1);

        await documents.ApplyAsync(Edit("a.b", "one", Alice) with { Note = "why – 为什么" }, None);
        await documents.ApplyAsync(Edit("a.b", "two", Bob), None);
        await documents.ApplyAsync(Edit("a.b", null, Alice), None);
        (await documents.GetAsync("setting", "a.b", None)).ShouldBeNull();
        await documents.ApplyAsync(Edit("a.b", "four", Bob), None);

        var now = (await documents.GetAsync("setting", "a.b", None)).ShouldNotBeNull();
        (now.Version, now.Revision, now.Body, now.By).ShouldBe((4, 4, "four", Bob));
        now.At.ShouldBeInRange(before, before.AddMinutes(2));
        var history = await documents.HistoryAsync("setting", "a.b", null, 10, None);
        history.Select(change => (change.Version, change.Body, change.By.Name)).ShouldBe(
            [(4, "four", "bob"), (3, null, "alice"), (2, "two", "bob"), (1, "one", "alice")]);
        history[^1].Note.ShouldBe("why – 为什么");
        history[0].Document.ShouldBe(now);
        history[1].Document.ShouldBeNull();
    }

    [Theory]
    [Stores]
    public async Task Of_many_who_change_the_same_version_exactly_one_does(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var (one, other) = (await database.OpenAsync(), await database.OpenAsync());
        await one.Documents.ApplyAsync(Edit("a.b", "first", Alice), None);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            (i % 2 == 0 ? one : other).Documents.ApplyAsync(Edit("a.b", $"by {i}", Bob) with { Expected = [1] }, None)));

        var stored = verdicts.OfType<DocumentVerdict.Stored>().ShouldHaveSingleItem();
        verdicts.OfType<DocumentVerdict.Changed>().ShouldAllBe(changed => changed.Version == 2);
        verdicts.OfType<DocumentVerdict.Changed>().Count().ShouldBe(11);
        (await one.Documents.GetAsync("setting", "a.b", None)).ShouldBe(stored.Change.Document);
        (await one.Documents.HistoryAsync("setting", "a.b", null, 10, None)).Count.ShouldBe(2);
    }

    [Theory]
    [Stores]
    public async Task Of_many_who_make_the_same_document_exactly_one_does(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var (one, other) = (await database.OpenAsync(), await database.OpenAsync());

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            (i % 2 == 0 ? one : other).Documents.ApplyAsync(Edit("a.b", $"by {i}", Bob) with { Expected = [DocumentEdit.Absent] }, None)));

        verdicts.OfType<DocumentVerdict.Stored>().ShouldHaveSingleItem().Change.Version.ShouldBe(1);
        (await one.Documents.RevisionAsync("setting", None)).ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task Changes_of_many_are_counted_without_a_gap(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var (one, other) = (await database.OpenAsync(), await database.OpenAsync());

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? one : other).Documents.ApplyAsync(Edit($"a.n{i % 5}", $"{i}", Bob), None)));

        verdicts.Cast<DocumentVerdict.Stored>().Select(stored => stored.Change.Revision).Order().ShouldBe(Enumerable.Range(1, 20).Select(i => (long)i));
        var list = await one.Documents.ListAsync("setting", None);
        (list.Revision, list.Items.Count).ShouldBe((20, 5));
        list.Items.Sum(document => document.Version).ShouldBe(20);
    }

    [Theory]
    [Stores]
    public async Task The_revision_of_a_kind_grows_with_its_changes_and_with_nothing_else(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var documents = (await database.OpenAsync()).Documents;
        (await documents.RevisionAsync("setting", None)).ShouldBe(0);

        await documents.ApplyAsync(Edit("a.b", "x", Alice), None);
        await documents.ApplyAsync(Edit("a.b", "y", Alice) with { Expected = [7] }, None);
        await documents.ApplyAsync(Edit("a.c", null, Alice), None);
        await documents.ApplyAsync(new("playbook", "a.b", "z", Alice), None);

        (await documents.RevisionAsync("setting", None)).ShouldBe(1);
        (await documents.RevisionAsync("playbook", None)).ShouldBe(1);
        (await documents.ListAsync("setting", None)).Items.ShouldHaveSingleItem().Body.ShouldBe("x");
    }

    [Theory]
    [Stores]
    public async Task What_is_expected_to_be_absent_may_have_been_deleted_and_what_is_not_there_cannot_be_deleted(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var documents = (await database.OpenAsync()).Documents;

        (await documents.ApplyAsync(Edit("a.b", null, Alice), None)).ShouldBeOfType<DocumentVerdict.Missing>();
        await documents.ApplyAsync(Edit("a.b", "x", Alice), None);
        (await documents.ApplyAsync(Edit("a.b", "y", Bob) with { Expected = [DocumentEdit.Absent] }, None)).ShouldBe(new DocumentVerdict.Changed(1));
        await documents.ApplyAsync(Edit("a.b", null, Alice) with { Expected = [1] }, None);

        (await documents.ApplyAsync(Edit("a.b", null, Alice), None)).ShouldBeOfType<DocumentVerdict.Missing>();
        (await documents.ApplyAsync(Edit("a.b", "y", Bob) with { Expected = [2] }, None)).ShouldBe(new DocumentVerdict.Changed(DocumentEdit.Absent));
        (await documents.ApplyAsync(Edit("a.b", "y", Bob) with { Expected = [DocumentEdit.Absent] }, None))
            .ShouldBeOfType<DocumentVerdict.Stored>().Change.Version.ShouldBe(3);
    }

    [Theory]
    [Stores]
    public async Task A_long_history_is_read_in_pages(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var documents = (await database.OpenAsync()).Documents;
        for (var i = 1; i <= 5; i++)
            await documents.ApplyAsync(Edit("a.b", $"{i}", Alice), None);

        var first = await documents.HistoryAsync("setting", "a.b", null, 2, None);
        var second = await documents.HistoryAsync("setting", "a.b", first[^1].Version, 200, None);

        first.Concat(second).Select(change => change.Body).ShouldBe(["5", "4", "3", "2", "1"]);
        (await documents.HistoryAsync("setting", "a.c", null, 10, None)).ShouldBeEmpty();
    }

    [Theory]
    [Stores]
    public async Task There_cannot_be_any_number_of_them(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var documents = (await database.OpenAsync()).Documents;
        await documents.ApplyAsync(Edit("a.b", "x", Alice), None);
        await database.ExecuteAsync(
            $"""
            insert into documents (kind, name, version, present) select 'setting', 'n' || n, 1, 1 from
            (with recursive numbers(n) as (select 2 union all select n + 1 from numbers where n < {DocumentLimits.PerKind}) select n from numbers) as more
            """);

        (await documents.ApplyAsync(Edit("a.c", "x", Alice), None)).ShouldBeOfType<DocumentVerdict.Refused>().Field.ShouldBe("name");
        (await documents.ApplyAsync(Edit("a.b", "y", Alice), None)).ShouldBeOfType<DocumentVerdict.Stored>();
        await documents.ApplyAsync(Edit("a.b", null, Alice), None);
        (await documents.ApplyAsync(Edit("a.c", "x", Alice), None)).ShouldBeOfType<DocumentVerdict.Stored>();
    }

    [Theory]
    [Stores]
    public async Task Tables_of_the_release_before_get_them_and_keep_what_is_in_them(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await database.MakeAsync(schema: 6);
        await database.ExecuteAsync("insert into blobs (hash, media_type, bytes, incident) values ('h', 'text/plain', '', '')");

        var store = await database.OpenAsync();

        (await store.Documents.ApplyAsync(Edit("a.b", "x", Alice), None)).ShouldBeOfType<DocumentVerdict.Stored>();
        (await database.CountAsync("select count(*) from blobs")).ShouldBe(1);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_unavailable_for_them_too()
    {
        await using var database = TestDatabase.On($"Host=127.0.0.1;Port={FreePort.Next()};Username=postgres;Database=none");
        await using var reader = await AiFixer.Storage.StoreReader.OpenAsync(
            database.Options(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, None);

        await Should.ThrowAsync<JournalUnavailableException>(reader.Documents.RevisionAsync("setting", None));
        await Should.ThrowAsync<JournalUnavailableException>(reader.Documents.ApplyAsync(Edit("a.b", "x", Alice), None));
    }

    [Theory]
    [Stores]
    public async Task A_process_without_a_journal_changes_them_too(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        await using var reader = await AiFixer.Storage.StoreReader.OpenAsync(
            database.Options(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, None);

        (await reader.Documents.ApplyAsync(Edit("a.b", "x", Bob), None)).ShouldBeOfType<DocumentVerdict.Stored>();

        (await store.Documents.GetAsync("setting", "a.b", None))!.By.ShouldBe(Bob);
        (await database.CountAsync("select count(*) from leases")).ShouldBe(1);
    }

    private static DocumentEdit Edit(string name, string? body, DocumentAuthor by) => new("setting", name, body, by);
}
