using System.Text.Json;
using AiFixer.Core.Changes;
using AiFixer.Storage;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage;

public sealed class ReportedChangeTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [Stores]
    public async Task What_was_reported_is_there_after_a_restart_and_comes_newest_first(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var full = new ReportedChange
        {
            Kind = ReportedChangeKind.Commit,
            At = Noon,
            Sha = "abc",
            Author = "ann",
            Message = "fix\0 “it”",
            Files = ["a", "b"],
            Diff = "+x",
            DiffCut = true,
            Link = "https://x",
        };
        (await store.Reported.AddAsync([full, Deploy("shop", 5), Deploy("other", 10)], None)).ShouldBe(3);
        await store.DisposeAsync();

        var again = await database.OpenAsync();
        var found = await again.Reported.ListAsync(new(Noon, Noon.AddHours(1), null, 10), None);

        found.Select(c => c.Service).ShouldBe(["other", "shop", null]);
        JsonSerializer.Serialize(found[2]).ShouldBe(JsonSerializer.Serialize(full));
    }

    [Theory]
    [Stores]
    public async Task The_same_change_reported_again_is_stored_once(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();

        (await store.Reported.AddAsync([Deploy("shop", 0), Deploy("shop", 0), Deploy("shop", 1)], None)).ShouldBe(2);
        (await store.Reported.AddAsync([Deploy("shop", 1), Deploy("shop", 2)], None)).ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task A_question_about_a_service_leaves_out_only_what_names_another(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        await store.Reported.AddAsync(
            [Deploy("shop", 0), Deploy("other", 1), new() { Kind = ReportedChangeKind.Status, At = Noon.AddMinutes(2), Message = "m" }, Deploy("shop", 300)], None);

        (await store.Reported.ListAsync(new(Noon, Noon.AddHours(1), "shop", 10), None)).Select(c => c.Service).ShouldBe([null, "shop"]);
        (await store.Reported.ListAsync(new(Noon, Noon.AddHours(1), "shop' or '1'='1", 10), None)).Select(c => c.Service).ShouldBe([null]);
        (await store.Reported.ListAsync(new(Noon, Noon.AddHours(9), null, 1), None)).ShouldHaveSingleItem().At.ShouldBe(Noon.AddMinutes(300));
    }

    [Theory]
    [Stores]
    public async Task Many_at_once_are_all_stored(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();

        (await store.Reported.AddAsync([.. Enumerable.Range(0, 500).Select(i => Deploy($"s{i}", i))], None)).ShouldBe(500);

        (await store.Reported.ListAsync(new(Noon, Noon.AddDays(1), null, 1000), None)).Count.ShouldBe(500);
    }

    [Theory]
    [Stores]
    public async Task What_was_received_long_ago_is_forgotten(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        await store.Reported.AddAsync([Deploy("old", 0)], None);
        await database.ExecuteAsync($"update reported_changes set received_at = received_at - {TimeSpan.FromDays(91).Ticks}");

        await store.Reported.AddAsync([Deploy("new", 1)], None);

        (await store.Reported.ListAsync(new(Noon, Noon.AddDays(1), null, 10), None)).ShouldHaveSingleItem().Service.ShouldBe("new");
    }

    [Fact]
    public async Task A_process_that_only_reads_incidents_may_report_too()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Postgres, postgres);
        var store = await database.OpenAsync();
        await using var reader = await StoreReader.OpenAsync(database.Options(), TimeProvider.System, NullLoggerFactory.Instance, None);

        (await reader.Reported.AddAsync([Deploy("shop", 0)], None)).ShouldBe(1);

        (await store.Reported.ListAsync(new(Noon, Noon, null, 10), None)).ShouldHaveSingleItem();
    }

    private static ReportedChange Deploy(string service, int minutes) =>
        new() { Kind = ReportedChangeKind.Deploy, At = Noon.AddMinutes(minutes), Service = service, Version = "v1" };
}
