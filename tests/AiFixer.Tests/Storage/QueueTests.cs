using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.Storage.Writing;

namespace AiFixer.Tests.Storage;

public sealed class QueueTests
{
    private readonly StorageOptions _options = new() { AlertQueue = 3, LifecycleQueue = 2, RepeatQueue = 1, BatchSize = 4 };
    private readonly Batch _batch = new();

    [Fact]
    public void A_full_lane_takes_no_more_and_the_other_has_its_own_room()
    {
        var intake = new Intake(_options, TimeSpan.Zero);

        Enumerable.Range(0, 4).Select(_ => intake.TryAdd(Pending(Lane.Alert))).ShouldBe([true, true, true, false]);
        Enumerable.Range(0, 3).Select(_ => intake.TryAdd(Pending(Lane.Lifecycle))).ShouldBe([true, true, false]);
        Enumerable.Range(0, 2).Select(_ => intake.TryAdd(new PendingRepeat(new(Appends.NewId(), default)))).ShouldBe([true, false]);
    }

    [Fact]
    public void Clicks_go_before_alerts_that_came_earlier()
    {
        var intake = new Intake(_options, TimeSpan.Zero);
        for (var i = 0; i < 3; i++)
            intake.TryAdd(Pending(Lane.Alert));
        for (var i = 0; i < 2; i++)
            intake.TryAdd(Pending(Lane.Lifecycle));

        Take(intake);
        _batch.Appends.Select(item => item.Append.Lane).ShouldBe([Lane.Lifecycle, Lane.Lifecycle, Lane.Alert, Lane.Alert]);
        Take(intake);
        _batch.Appends.Count.ShouldBe(1);
    }

    [Fact]
    public void Too_many_bytes_are_a_full_lane_but_one_large_append_is_taken()
    {
        var intake = new Intake(new StorageOptions { QueueBytes = 1 << 20 }, TimeSpan.Zero);

        intake.TryAdd(Pending(Lane.Alert, 2 << 20)).ShouldBe(true);
        intake.TryAdd(Pending(Lane.Alert)).ShouldBe(false);
        Take(intake);
        intake.TryAdd(Pending(Lane.Alert)).ShouldBe(true);
    }

    [Fact]
    public void What_touches_the_same_rows_goes_in_successive_batches_in_its_order()
    {
        var intake = new Intake(new StorageOptions(), TimeSpan.Zero);
        var first = Pending(Lane.Alert, claims: new Claim("a"));
        var second = Pending(Lane.Alert, claims: [new Claim("a"), new Claim("b")]);
        var third = Pending(Lane.Alert, claims: new Claim("b"));
        var free = Pending(Lane.Alert, claims: new Claim("c"));
        foreach (var item in new[] { first, second, third, free })
            intake.TryAdd(item);

        Take(intake);
        _batch.Appends.ShouldBe([first, free]);
        Take(intake);
        _batch.Appends.ShouldBe([second]);
        Take(intake);
        _batch.Appends.ShouldBe([third]);
    }

    [Fact]
    public void Slots_are_shared_by_a_batch_but_not_past_one_that_was_put_off()
    {
        var intake = new Intake(new StorageOptions(), TimeSpan.Zero);
        var quota = new Claim("quota", null, Slots: 2);
        var first = Pending(Lane.Alert, claims: [quota, new Claim("a")]);
        var beside = Pending(Lane.Alert, claims: quota);
        var putOff = Pending(Lane.Alert, claims: [quota, new Claim("a")]);
        var last = Pending(Lane.Alert, claims: quota);
        foreach (var item in new[] { first, beside, putOff, last })
            intake.TryAdd(item);

        Take(intake);
        _batch.Appends.ShouldBe([first, beside]);
        Take(intake);
        _batch.Appends.ShouldBe([putOff, last]);
    }

    [Fact]
    public void An_append_is_never_in_its_own_way()
    {
        var intake = new Intake(_options, TimeSpan.Zero);
        var id = Appends.NewId();
        var claims = new[] { new Claim(id.Value), new Claim("a"), new Claim("a") };
        intake.TryAdd(new PendingAppend(Appends.First(id, claims) with { Releases = ["a", "b", "b", id.Value] }, default, "", ""));

        Take(intake).ShouldBeTrue();

        _batch.Appends.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_closed_intake_gives_what_it_has_and_then_ends()
    {
        var intake = new Intake(_options, TimeSpan.Zero);
        intake.TryAdd(Pending(Lane.Alert));
        intake.Close();

        intake.TryAdd(Pending(Lane.Alert)).ShouldBeNull();
        Take(intake).ShouldBeTrue();
        Take(intake).ShouldBeFalse();
    }

    private bool Take(Intake intake) => intake.Take(_batch, new BatchBuilder(_batch, _options.BatchSize, _options.BatchBytes));

    private static PendingAppend Pending(Lane lane, int size = 10, params Claim[] claims) =>
        new(Appends.First(Appends.NewId(), claims) with { Lane = lane, Entry = new byte[size] }, default, "", "");
}
