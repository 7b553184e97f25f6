using System.Diagnostics;
using AiFixer.Plugins;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Plugins.Hosting;

public sealed class PluginCallTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plugin_reads_its_own_settings_as_they_are_now_and_nobody_elses()
    {
        string?[] seen = [];
        using var test = new HostUnderTest(Reading(call => seen = [call.Settings["timeout"], call.Settings["other.timeout"], call.Settings["plugins.test.read.enabled"]]));
        test.Settings["test.read.timeout"] = "5s";
        test.Settings["other.timeout"] = "secret of another";

        await test.RunAsync();
        seen.ShouldBe(["5s", null, null]);
        test.Settings["test.read.timeout"] = "7s";
        await test.RunAsync();

        seen[0].ShouldBe("7s");
    }

    [Fact]
    public async Task What_a_plugin_says_is_one_bounded_line_without_secrets()
    {
        using var test = new HostUnderTest(Reading(call =>
        {
            call.Log.Warning("two\r\nlines, \u001b[31mred\u202e, password=hunter2hunter2");
            call.Log.Information(new('x', 50_000));
            call.Log.Information(null!);
        }));

        await test.RunAsync();

        var said = test.Log.Said.Where(one => one.Text.Contains(" says: ", StringComparison.Ordinal)).ToList();
        said.Count.ShouldBe(3);
        said[0].Level.ShouldBe(LogLevel.Warning);
        said[0].Text.ShouldStartWith("test.read for INC-1 (trace ");
        said[0].Text.ShouldEndWith("says: two  lines,  [31mred , password=***");
        said[1].Text.Length.ShouldBeLessThan(1_200);
    }

    [Fact]
    public async Task A_plugin_that_talks_without_end_does_not_fill_the_log()
    {
        using var test = new HostUnderTest(Reading(call =>
        {
            for (var i = 0; i < 10_000; i++)
                call.Log.Information($"line {i}");
        }));

        await test.RunAsync();

        test.Log.Said.Count(one => one.Text.Contains("says: line", StringComparison.Ordinal)).ShouldBe(200);
        test.Log.Said.Count(one => one.Text.Contains("the others are left out", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Only_a_preview_is_a_dry_run()
    {
        var action = new FakeAction(_ => Task.FromResult(new ExecuteResult(ExecuteOutcome.Done, ""))) { Seen = new(ExecuteOutcome.Done, TargetHealth.Healthy, "") };
        using var test = new HostUnderTest(action);
        var call = test.Call("{}") with { DryRun = true };

        await test.Host.PreviewAsync("test.act", call with { DryRun = false }, Stop);
        await test.Host.ExecuteAsync("test.act", call, FakeAction.Plan, Stop);
        await test.Host.ObserveAsync("test.act", call, FakeAction.Plan, Stop);

        action.Calls.Select(one => one.DryRun).ShouldBe([true, false, false]);
    }

    [Fact]
    public async Task The_deadline_is_when_the_host_gives_up()
    {
        var seen = default(DateTimeOffset);
        using var test = new HostUnderTest(Reading(call => seen = call.Deadline));
        test.Time.Advance(TimeSpan.FromMinutes(3));

        await test.RunAsync();

        seen.ShouldBe(test.Time.GetUtcNow() + TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_trace_is_the_callers_or_a_new_one()
    {
        List<string> seen = [];
        using var test = new HostUnderTest(Reading(call => seen.Add(call.TraceId)));

        await test.Host.RunAsync("test.read", test.Call("{}") with { TraceId = "0af7651916cd43dd8448eb211c80319c" }, Stop);
        using (var activity = new Activity("above").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            await test.RunAsync();
            seen[1].ShouldBe(activity.TraceId.ToHexString());
        }

        await test.RunAsync();
        seen[0].ShouldBe("0af7651916cd43dd8448eb211c80319c");
        seen[2].Length.ShouldBe(32);
        seen[2].ShouldNotBe(seen[1]);
    }

    [Fact]
    public void A_call_that_no_host_made_can_be_used_as_well()
    {
        var call = new PluginCall("{}", "INC-1", null, "test", default);

        call.Log.Warning("nobody hears this");

        (call.Settings["anything"], call.TraceId, call.DryRun, call.Deadline).ShouldBe((null, "", false, DateTimeOffset.MaxValue));
    }

    private static FakePlugin Reading(Action<PluginCall> look) => new((call, _) =>
    {
        look(call);
        return Task.FromResult(PluginResult.Ok("{}", ""));
    });
}
