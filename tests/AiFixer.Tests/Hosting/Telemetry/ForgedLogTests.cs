using AiFixer.Hosting.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace AiFixer.Tests.Hosting.Telemetry;

/// <summary>Whoever can raise an alert can have it logged: what it says must not pass for a line of ours, nor order a terminal about.</summary>
public sealed partial class ForgedLogTests : IDisposable
{
    private const string Forged = "web is down\r\ninfo: AiFixer.Engine[1]\n      Everything is fine";

    private readonly KeptLogs kept = new();

    public static TheoryData<string> Orders =>
    [
        "\u001b[2K\u001b[1A\u001b[32m", "\u0007", "\b", "\u009b31m", "\u202e", "\u2066", "\u2069", "\u200e", "\u200f", "\u2028", "\u2029", "\u0085", "\u007f", "\0",
    ];

    public void Dispose() => kept.Dispose();

    [Fact]
    public void What_an_alert_says_stays_on_the_line_it_is_logged_on()
    {
        Log(logger => Told(logger, null, Forged, 7));

        var (text, values, _) = kept.Lines.ShouldHaveSingleItem();
        text.ShouldBe("Heard web is down info: AiFixer.Engine[1]       Everything is fine 7 times");
        values.Single(value => value.Key == "Title").Value.ShouldBe("web is down info: AiFixer.Engine[1]       Everything is fine");
        values.Single(value => value.Key == "Times").Value.ShouldBe(7);
    }

    [Theory, MemberData(nameof(Orders))]
    public void What_orders_a_terminal_about_is_made_visible(string order)
    {
        Log(logger => Told(logger, new InvalidOperationException($"no{order}way"), $"a{order}b", 7));

        var (text, values, exception) = kept.Lines.ShouldHaveSingleItem();
        string[] shown = [text, (string)values.Single(value => value.Key == "Title").Value!, exception!.Message, exception.ToString()];
        shown.ShouldAllBe(one => one.Contains('\uFFFD') && !one.Contains(order[0]));
    }

    [Fact]
    public void What_an_exception_says_is_one_line_and_where_it_was_thrown_stays_readable()
    {
        Log(logger => Told(logger, Thrown(new AggregateException("outer\nfail: A", new InvalidOperationException(Forged))), "web", 7));

        var shown = kept.Lines.ShouldHaveSingleItem().Error!;
        shown.Message.ShouldNotContain('\n');
        var lines = shown.ToString().Split('\n');
        lines[0].ShouldStartWith("System.AggregateException: outer fail: A (web is down info: AiFixer.Engine[1]       Everything is fine)");
        lines.Count(line => line.StartsWith("   at ", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        lines.ShouldContain(line => line.Contains("---> System.InvalidOperationException: web is down info: AiFixer.Engine[1]", StringComparison.Ordinal));
        lines.ShouldAllBe(line => !line.StartsWith("info:", StringComparison.Ordinal) && !line.StartsWith("fail:", StringComparison.Ordinal) && !line.Contains('\r'));
    }

    [Fact]
    public void What_a_scope_says_is_made_harmless_too()
    {
        Log(logger =>
        {
            logger.BeginScope(Forged);
            logger.BeginScope("{Path} {Secret}", "/a\u001b[31m\nb", "password=hunter2hunter2");
        });

        kept.Scopes[0].ToString().ShouldBe("web is down info: AiFixer.Engine[1]       Everything is fine");
        kept.Scopes[1].ToString().ShouldBe("/a\uFFFD[31m b password=***");
        var values = kept.Scopes[1].ShouldBeAssignableTo<IReadOnlyList<KeyValuePair<string, object?>>>()!.ToList();
        values.Single(value => value.Key == "Path").Value.ShouldBe("/a\uFFFD[31m b");
        values.Single(value => value.Key == "Secret").Value.ShouldBe("password=***");
    }

    [Fact]
    public void Pictures_and_letters_of_any_language_are_logged_as_they_are()
    {
        Log(logger => Told(logger, new InvalidOperationException("磁盘已满 🔥"), "数据库 🔥 é", 7));

        kept.Lines.ShouldHaveSingleItem().Text.ShouldBe("Heard 数据库 🔥 é 7 times");
        kept.Lines[0].Error.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public void What_needs_no_cleaning_is_neither_copied_nor_wrapped()
    {
        var plain = new string('x', 10_000);
        LogText.Of(plain).ShouldBeSameAs(plain);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
            LogText.Of(plain);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000);
    }

    [Theory]
    [InlineData(ConsoleFormatterNames.Simple)]
    [InlineData(ConsoleFormatterNames.Json)]
    [InlineData(ConsoleFormatterNames.Systemd)]
    public void On_a_console_an_alert_begins_no_line_and_gives_no_order(string format)
    {
        Log(logger => Told(logger, Thrown(new InvalidOperationException(Forged + "\u001b[2J")), Forged + "\u001b[2J", 7));

        var lines = Written(format).Split('\n');
        lines.ShouldAllBe(line => !line.StartsWith("info: AiFixer.Engine", StringComparison.Ordinal) && !line.Contains('\u001b') && !line.Contains('\r'));
        lines.ShouldAllBe(line => line.Trim() != "Everything is fine");
    }

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception thrown) when (thrown == exception)
        {
            return thrown;
        }
    }

    private string Written(string format)
    {
        using var console = new ServiceCollection().AddLogging(logging => logging.AddSimpleConsole().AddJsonConsole().AddSystemdConsole()).BuildServiceProvider();
        using var writer = new StringWriter();
        var (text, values, error) = kept.Lines.ShouldHaveSingleItem();
        console.GetServices<ConsoleFormatter>().Single(formatter => formatter.Name == format).Write(
            new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(LogLevel.Warning, "AiFixer", 1, values, error, (_, _) => text), null, writer);
        return writer.ToString();
    }

    private void Log(Action<ILogger> log)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(kept));
        services.AddMaskedLogs();
        using var provider = services.BuildServiceProvider();
        log(provider.GetRequiredService<ILogger<ForgedLogTests>>());
    }

    [LoggerMessage(LogLevel.Warning, "Heard {Title} {Times} times")]
    private static partial void Told(ILogger logger, Exception? error, string title, int times);
}
