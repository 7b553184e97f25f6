using System.Collections.Immutable;
using System.Globalization;
using AiFixer.Core.Analysis.Logs;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Core.Analysis;

public sealed class LogComparisonTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Began = Start + TimeSpan.FromMinutes(60);
    private static readonly DateTimeOffset End = Start + TimeSpan.FromMinutes(80);

    [Fact]
    public void What_was_never_written_before_is_new_since_its_first_line()
    {
        var change = Of([.. Every(10, i => $"handled request {i}"), At(3700, "payment 77 failed: card declined"), At(3760, "payment 78 failed: card declined")])
            .ShouldHaveSingleItem();

        change.Kind.ShouldBe(LogChangeKind.New);
        change.Template.ShouldBe("payment <n> failed: card declined");
        change.FirstSeen.ShouldBe(Start + TimeSpan.FromSeconds(3700));
        change.Example.ShouldBe("payment 77 failed: card declined");
        (change.Before, change.During).ShouldBe((0, 2));
        change.SoundsBad.ShouldBeTrue();
        change.Chance.ShouldBe(1.0 / 16, 1e-9);
    }

    [Fact]
    public void What_is_not_written_any_more_has_vanished()
    {
        var change = Of([.. Every(10, i => $"handled request {i}"), .. Every(30, i => $"heartbeat {i}").Where(line => line.Time < Began)]).ShouldHaveSingleItem();

        change.Kind.ShouldBe(LogChangeKind.Vanished);
        change.Template.ShouldBe("heartbeat <n>");
        change.FirstSeen.ShouldBe(Start + TimeSpan.FromSeconds(3570));
    }

    [Fact]
    public void What_comes_more_often_has_risen()
    {
        var change = Of([.. Every(120, i => $"retry {i} timed out"), .. Every(6, i => $"retry {i} timed out").Where(line => line.Time >= Began)]).ShouldHaveSingleItem();

        change.Kind.ShouldBe(LogChangeKind.Risen);
        change.Chance.ShouldBeLessThan(1e-20);
    }

    [Fact]
    public void What_comes_as_often_as_ever_is_not_named_though_the_windows_differ() =>
        Of([.. Every(7, i => $"handled request {i}"), .. Every(200, i => $"cache miss {i}")]).ShouldBeEmpty();

    [Fact]
    public void What_is_too_rare_to_have_vanished_is_not_named() => Of([.. Every(10, i => $"r {i}"), At(100, "started")]).ShouldBeEmpty();

    [Fact]
    public void What_sounds_bad_comes_first() =>
        Of([.. Every(60, _ => "config reloaded").Where(line => line.Time >= Began), At(4000, "数据库连接失败: 10.0.0.8")])
            .Select(change => change.Template).ShouldBe(["数据库连接失败: <ip>", "config reloaded"]);

    [Fact]
    public void Without_time_before_or_since_nothing_can_be_compared() =>
        LogComparison.Of([At(1, "x")], Start, Start, End).ShouldBeEmpty();

    [Fact]
    public void A_word_that_takes_many_values_is_a_value()
    {
        string[] names = ["ada", "bob", "eve", "kim", "lee", "max"];
        var mined = MinedLogs.Of([.. names.Select(name => $"user {name} logged in from web"), "payment succeeded", "payment failed"]);

        mined.Templates.ShouldBe(["user <*> logged in from web", "payment succeeded", "payment failed"]);
        mined.OfLine.ShouldBe([0, 0, 0, 0, 0, 0, 1, 2]);
    }

    [Fact]
    public void Two_values_in_a_line_are_both_found()
    {
        string[] names = ["ada", "bob", "eve", "kim", "lee", "max"];
        var lines = names.SelectMany(from => names.Select(to => $"transfer from {from} to {to} done"));

        MinedLogs.Of([.. lines]).Templates.ShouldHaveSingleItem().ShouldBe("transfer from <*> to <*> done");
    }

    /// <summary>Eight times the lines are eight times the work, or 64 times when each is held against each.</summary>
    [Fact]
    public async Task The_work_grows_with_the_lines_and_not_with_their_square()
    {
        await LeastAsync(2_500);

        var few = await LeastAsync(2_500);
        var many = await LeastAsync(20_000);

        many.ShouldBeLessThan(few * 24);
    }

    /// <summary>The least of some rounds: in others patterns are made ready and memory is tidied up.</summary>
    private static async Task<TimeSpan> LeastAsync(int count)
    {
        var lines = Enumerable.Range(0, count).Select(i => At(i % 4800, Busy(i))).ToList();
        var least = TimeSpan.MaxValue;
        for (var round = 0; round < 5; round++)
            least = await Processor.UsedByAsync(() => Of(lines).ShouldNotBeNull(), TimeSpan.FromMinutes(1)) is var used && used < least ? used : least;
        return least;
    }

    private static string Busy(int i) => (i % 5) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"2026-03-01T10:00:{i % 60:00}Z INFO handled request route=/api/v1/orders/{i} status=200 took={i % 400}ms trace={i * 7919L:x16}"),
        1 => $"level=warn msg=\"retry {i % 7} of 5 to 10.0.{i % 250}.7:5432\" pod=web-7f9c6d5b8-x2x4p",
        2 => $"{{\"level\":\"info\",\"user\":\"u{i}\",\"msg\":\"login ok\",\"ms\":{i % 90}}}",
        3 => $"用户{i}下单失败，订单号：{i * 31}，重试第{i % 3}次",
        _ => $"cache {(i % 2 == 0 ? "hit" : "miss")} for key session:{i:x8} shard {i % 16}",
    };

    private static ImmutableList<LogChange> Of(IEnumerable<LogLine> lines) => LogComparison.Of(lines, Start, Began, End);

    private static IEnumerable<LogLine> Every(int seconds, Func<int, string> text) =>
        Enumerable.Range(0, 4800 / seconds).Select(i => At(i * seconds, text(i)));

    private static LogLine At(int seconds, string text) => new(Start + TimeSpan.FromSeconds(seconds), text);
}
