using AiFixer.Hosting.Configuration;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Hosting.Configuration;

public sealed class SettingsReaderTests
{
    private readonly ConfigurationProblems _problems = new();

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("90s", 90)]
    [InlineData("5m", 300)]
    [InlineData("2h", 7200)]
    [InlineData("1d", 86400)]
    [InlineData("00:05:00", 300)]
    public void Durations_are_read_as_people_write_them(string text, double seconds)
    {
        Read(text).Duration("Key", default, TimeSpan.Zero, TimeSpan.MaxValue).ShouldBe(TimeSpan.FromSeconds(seconds));
        _problems.Found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5 parsecs")]
    [InlineData("99999999999d")]
    [InlineData("2147483647d")]
    [InlineData("-1s")]
    public void A_wrong_duration_is_a_problem_and_the_default_is_used(string text)
    {
        Read(text).Duration("Key", TimeSpan.FromSeconds(1), TimeSpan.Zero, TimeSpan.FromDays(1000)).ShouldBe(TimeSpan.FromSeconds(1));
        _problems.Found.ShouldHaveSingleItem().ShouldStartWith("Section:Key: ");
    }

    [Fact]
    public void All_problems_are_said_at_once()
    {
        var settings = Read("x");
        settings.Number("Key", 1, 0, 9);
        settings.Flag("Key", false);
        settings.Choice("Key", DayOfWeek.Monday);

        Should.Throw<ConfigurationException>(_problems.ThrowIfAny).Problems.Count.ShouldBe(3);
    }

    private SettingsReader Read(string value) =>
        new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Section:Key", (string?)value)]).Build(), _problems).Section("Section");
}
