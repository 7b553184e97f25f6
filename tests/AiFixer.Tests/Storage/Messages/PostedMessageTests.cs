using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Messages;
using AiFixer.Storage;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage.Messages;

public sealed class PostedMessageTests(SharedPostgres postgres)
{
    private const string Channel = "lark";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [Stores]
    public async Task The_turn_is_one_process_until_it_runs_out_or_is_given_back(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var posted = (await database.OpenAsync()).Posted;

        (await posted.TakeTurnAsync(Channel, "a", TimeSpan.FromHours(1), None)).ShouldBeTrue();
        (await posted.TakeTurnAsync(Channel, "b", TimeSpan.FromHours(1), None)).ShouldBeFalse();
        (await posted.TakeTurnAsync("other", "b", TimeSpan.FromHours(1), None)).ShouldBeTrue();
        (await posted.TakeTurnAsync(Channel, "a", TimeSpan.Zero, None)).ShouldBeTrue();
        (await posted.TakeTurnAsync(Channel, "b", TimeSpan.FromHours(1), None)).ShouldBeTrue();
        (await posted.TakeTurnAsync(Channel, "a", TimeSpan.FromHours(1), None)).ShouldBeFalse();
    }

    [Theory]
    [Stores]
    public async Task How_far_was_read_is_there_after_a_restart_and_whoever_has_the_turn(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        await store.Posted.TakeTurnAsync(Channel, "a", TimeSpan.Zero, None);
        (await store.Posted.PositionAsync(Channel, None)).ShouldBeNull();
        await store.Posted.WantAsync(Channel, [], new(7, new Dictionary<long, long> { [7] = 12 }), None);
        await store.DisposeAsync();

        var again = (await database.OpenAsync()).Posted;
        await again.TakeTurnAsync(Channel, "b", TimeSpan.FromHours(1), None);

        var position = (await again.PositionAsync(Channel, None)).ShouldNotBeNull();
        (position.Newest, position.Ends[7]).ShouldBe((7, 12));
    }

    [Theory]
    [Stores]
    public async Task What_is_due_comes_with_the_worst_first_and_goes_when_it_is_done(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var (mild, bad) = (await OpenAsync(store, 1, Severity.P3), await OpenAsync(store, 2, Severity.P0));
        await store.Posted.WantAsync(Channel, [mild, bad, IncidentId.Create(Noon, 99)], null, None);

        var due = await store.Posted.DueAsync(Channel, 10, None);
        due.Select(work => (work.Incident, work.Severity)).ShouldBe([(bad, Severity.P0), (mild, Severity.P3)]);
        (await store.Posted.DueAsync(Channel, 1, None)).ShouldHaveSingleItem().Incident.ShouldBe(bad);

        await store.Posted.DoneAsync(Channel, [due[0]], None);
        (await store.Posted.DueAsync(Channel, 10, None)).ShouldHaveSingleItem().Incident.ShouldBe(mild);
        (await store.Posted.BacklogAsync(Channel, None)).Waiting.ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task What_changed_while_it_was_worked_on_stays_due(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = await OpenAsync(store, 1, Severity.P1);
        await store.Posted.WantAsync(Channel, [id], null, None);
        var begun = (await store.Posted.DueAsync(Channel, 1, None))[0];
        await store.Posted.WantAsync(Channel, [id], null, None);

        await store.Posted.DoneAsync(Channel, [begun], None);
        (await store.Posted.DueAsync(Channel, 1, None)).ShouldHaveSingleItem();
        await store.Posted.LaterAsync(Channel, begun, TimeSpan.FromHours(1), "busy", None);
        (await store.Posted.DueAsync(Channel, 1, None)).ShouldHaveSingleItem().Error.ShouldBe("busy");
    }

    [Theory]
    [Stores]
    public async Task What_failed_waits_says_why_and_is_counted(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = await OpenAsync(store, 1, Severity.P1);
        await store.Posted.WantAsync(Channel, [id], null, None);
        var begun = (await store.Posted.DueAsync(Channel, 1, None))[0];

        await store.Posted.LaterAsync(Channel, begun, TimeSpan.FromHours(1), "it's \"refused\"", None);

        (await store.Posted.DueAsync(Channel, 1, None)).ShouldBeEmpty();
        var work = (await store.Posted.WorkAsync(Channel, id, None)).ShouldNotBeNull();
        (work.Attempts, work.Error).ShouldBe((1, "it's \"refused\""));
        (await store.Posted.BacklogAsync(Channel, None)).Failing.ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task A_message_is_written_down_by_whoever_is_first(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var posted = (await database.OpenAsync()).Posted;
        var message = new PostedMessage(IncidentId.Create(Noon, 1), "proposal/1", "", "oc_1", "", true, 1, Noon);

        var first = (await posted.SaveAsync(Channel, message, None)).ShouldNotBeNull();
        (await posted.SaveAsync(Channel, message, None)).ShouldBeNull();
        var sent = (await posted.SaveAsync(Channel, first with { MessageId = "om_1", Shown = "d" }, None)).ShouldNotBeNull();
        (await posted.SaveAsync(Channel, first with { MessageId = "om_2" }, None)).ShouldBeNull();

        (await posted.ListAsync(Channel, message.Incident, None)).ShouldBe([sent]);
        (await posted.FindAsync(Channel, "om_1", None)).ShouldBe(sent);
        (await posted.FindAsync(Channel, "om_2", None)).ShouldBeNull();
        (await posted.FindAsync(Channel, "", None)).ShouldBeNull();
    }

    [Theory]
    [Stores]
    public async Task What_arrives_twice_is_taken_once_and_worked_on_by_one(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var inbox = (await database.OpenAsync()).Inbox;

        (await inbox.AddAsync(Channel, "om_1", "a"u8.ToArray(), None)).ShouldBeTrue();
        (await inbox.AddAsync(Channel, "om_1", "b"u8.ToArray(), None)).ShouldBeFalse();
        var taken = (await inbox.TakeAsync(Channel, "x", TimeSpan.FromHours(1), 10, None)).ShouldHaveSingleItem();
        taken.Body.ToArray().ShouldBe("a"u8.ToArray());
        (await inbox.TakeAsync(Channel, "y", TimeSpan.FromHours(1), 10, None)).ShouldBeEmpty();

        await inbox.NoteAsync(Channel, taken, "half", None);
        await inbox.LaterAsync(Channel, taken, TimeSpan.Zero, None);
        var again = (await inbox.TakeAsync(Channel, "y", TimeSpan.Zero, 10, None)).ShouldHaveSingleItem();
        (again.Attempts, again.Note).ShouldBe((1, "half"));
        await inbox.DoneAsync(Channel, again, None);
        (await inbox.TakeAsync(Channel, "y", TimeSpan.Zero, 10, None)).ShouldBeEmpty();

        await inbox.ForgetAsync(Channel, TimeSpan.FromHours(1), None);
        (await inbox.AddAsync(Channel, "om_1", "a"u8.ToArray(), None)).ShouldBeFalse();
        await inbox.ForgetAsync(Channel, TimeSpan.Zero - TimeSpan.FromHours(1), None);
        (await inbox.AddAsync(Channel, "om_1", "a"u8.ToArray(), None)).ShouldBeTrue();
    }

    private static async Task<IncidentId> OpenAsync(JournalStore store, int number, Severity severity)
    {
        var id = IncidentId.Create(Noon, number);
        var row = new IncidentRow(IncidentStatus.New, severity, "t", $"f{number}", "", Noon, Noon, null);
        await store.Journal.AppendAsync(new() { Incident = id, ExpectedVersion = 0, PreviousDigest = "", Entry = "{}"u8.ToArray(), Row = row }, None);
        return id;
    }
}
