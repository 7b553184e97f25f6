using AiFixer.Core;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Hosting.Configuration;

public sealed class GroupingSettingsTests
{
    private readonly ConfigurationProblems problems = new();

    [Fact]
    public void Without_any_the_defaults_hold()
    {
        var options = GroupingSettings.Read(Settings());

        options.ShouldSatisfyAllConditions(
            one => one.Enabled.ShouldBeTrue(), one => one.Window.ShouldBe(TimeSpan.FromMinutes(10)), one => one.Bypass.ShouldBe([Severity.P0]));
    }

    [Theory]
    [InlineData("none", new Severity[0])]
    [InlineData("p0, P1", new[] { Severity.P0, Severity.P1 })]
    public void Severities_that_bypass_are_a_list(string text, Severity[] severities) =>
        GroupingSettings.Read(Settings(("Bypass", text))).Bypass.ShouldBe(severities);

    [Fact]
    public void A_severity_that_there_is_not_is_named()
    {
        GroupingSettings.Read(Settings(("Bypass", "P9")));

        problems.Found.ShouldHaveSingleItem().ShouldContain("P9");
    }

    private SettingsReader Settings(params (string Key, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build(), problems);
}
