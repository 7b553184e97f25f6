using AiFixer.Hosting.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Hosting.Telemetry;

public sealed partial class MaskedLogsTests : IDisposable
{
    private const string Secret = "hunter2hunter2";

    private readonly KeptLogs kept = new();

    public void Dispose() => kept.Dispose();

    [Fact]
    public void No_log_gets_what_looks_like_a_secret_in_its_text_its_values_or_its_exception()
    {
        Log(logger => Told(logger, new InvalidOperationException($"Host=db;Password={Secret}"), $"https://u:{Secret}@example.org", 7));

        var (text, values, exception) = kept.Lines.ShouldHaveSingleItem();
        text.ShouldBe("Asked https://u:***@example.org 7 times");
        values.Single(value => value.Key == "Address").Value.ShouldBe("https://u:***@example.org");
        values.Single(value => value.Key == "Times").Value.ShouldBe(7);
        exception!.ToString().ShouldContain("Password=***");
        exception.ToString().ShouldNotContain(Secret);
    }

    [Fact]
    public void What_holds_none_is_logged_as_it_is()
    {
        var error = new InvalidOperationException("no disk");

        Log(logger => Told(logger, error, "https://example.org", 7));

        var (text, _, exception) = kept.Lines.ShouldHaveSingleItem();
        text.ShouldBe("Asked https://example.org 7 times");
        exception.ShouldBeSameAs(error);
    }

    private void Log(Action<ILogger> log)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(kept));
        services.AddMaskedLogs();
        using var provider = services.BuildServiceProvider();
        log(provider.GetRequiredService<ILogger<MaskedLogsTests>>());
    }

    [LoggerMessage(LogLevel.Warning, "Asked {Address} {Times} times")]
    private static partial void Told(ILogger logger, Exception error, string address, int times);
}
