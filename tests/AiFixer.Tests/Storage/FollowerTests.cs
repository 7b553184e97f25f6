using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class FollowerTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task Those_that_follow_are_counted_on_their_leader_whichever_batch_brings_them(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var leader = New(Appends.Row());
        var other = New(Appends.Row());
        await store.Journal.AppendAsync(leader, None);
        await store.Journal.AppendAsync(other, None);

        var followers = Enumerable.Range(0, 300).Select(i => Following(i % 3 == 0 ? other : leader)).ToList();
        await Task.WhenAll(followers.Select(follower => store.Journal.AppendAsync(follower, None).AsTask()));

        (await store.Journal.LoadAsync(leader.Incident, None))!.Followers.ShouldBe(200);
        (await store.Journal.LoadAsync(other.Incident, None))!.Followers.ShouldBe(100);
    }

    [Theory]
    [Stores]
    public async Task One_that_loses_its_claim_is_not_counted(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var leader = New(Appends.Row()) with { Claims = [new("open:x")] };
        await store.Journal.AppendAsync(leader, None);

        var verdict = await store.Journal.AppendAsync(Following(leader) with { Claims = [new("open:x")] }, None);

        verdict.ShouldBeOfType<AppendVerdict.ClaimLost>();
        (await store.Journal.LoadAsync(leader.Incident, None))!.Followers.ShouldBe(0);
    }

    [Theory]
    [Stores]
    public async Task Lists_leave_them_out_unless_they_are_asked_for(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var leader = New(Appends.Row() with { Group = "g", Target = "deployment shop/web" });
        await store.Journal.AppendAsync(leader, None);
        var follower = Following(leader) with { Row = Appends.Row() with { Leader = leader.Incident, Title = "needle", Group = "g", Target = "deployment shop/web" } };
        await store.Journal.AppendAsync(follower, None);

        (await IdsAsync(store, new())).ShouldBe([leader.Incident]);
        (await IdsAsync(store, new([leader.Row.Status]))).ShouldBe([leader.Incident]);
        (await IdsAsync(store, new() { WithFollowers = true })).ShouldBe([leader.Incident, follower.Incident], ignoreOrder: true);
        (await IdsAsync(store, new([leader.Row.Status]) { WithFollowers = true })).ShouldBe([leader.Incident, follower.Incident], ignoreOrder: true);
        (await IdsAsync(store, new(Text: "needle"))).ShouldBe([follower.Incident]);
        (await IdsAsync(store, new() { Leader = leader.Incident })).ShouldBe([follower.Incident]);
        (await IdsAsync(store, new([IncidentStatus.Ignored]) { Leader = leader.Incident })).ShouldBeEmpty();
        (await IdsAsync(store, new() { Group = "g" })).ShouldBe([leader.Incident]);
        (await IdsAsync(store, new() { Target = "deployment shop/web" })).ShouldBe([leader.Incident]);
    }

    [Theory]
    [Stores]
    public async Task What_is_due_and_of_the_worst_severity_comes_before_what_is_overdue_for_longer(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var now = Appends.Row().OpenedAt;
        var old = New(Appends.Row(due: now.AddDays(-1)) with { Severity = Severity.P3 });
        var middle = New(Appends.Row(due: now.AddHours(-1)) with { Severity = Severity.P1, Source = "api" });
        var critical = New(Appends.Row(due: now) with { Severity = Severity.P0 });
        foreach (var append in new[] { old, middle, critical })
            await store.Journal.AppendAsync(append, None);

        var due = await store.Journal.DueAsync(now, 10, null, None);

        due.Select(one => one.Id).ShouldBe([critical.Incident, old.Incident, middle.Incident]);
        due[2].ShouldBe(new DueIncident(middle.Incident, Severity.P1, "api"));
        (await store.Journal.DueAsync(now, 1, null, None)).ShouldHaveSingleItem().Id.ShouldBe(critical.Incident);
    }

    private static Append New(IncidentRow row) => Appends.First(Appends.NewId()) with { Row = row };

    private static Append Following(Append leader) =>
        New(Appends.Row() with { Leader = leader.Incident }) with { Followers = new(leader.Incident, 1) };

    private static async Task<IReadOnlyList<IncidentId>> IdsAsync(JournalStore store, IncidentFilter filter) =>
        [.. (await store.Queries.ListAsync(filter, None)).Items.Select(item => item.Id)];
}
