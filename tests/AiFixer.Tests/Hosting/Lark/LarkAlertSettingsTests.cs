using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Lark;
using AiFixer.Lark.Alerts;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Hosting.Lark;

public sealed class LarkAlertSettingsTests
{
    [Fact]
    public void Everything_can_be_said()
    {
        var options = Read([("AlertBotIds", "ou_a, cli_b"), ("IgnoreWords:0", "压测"), ("FiringWords:0", "ReplicaLag"), ("AlertTemplates:0", "^## (?<alertname>.+)$")], out var problems);

        problems.ShouldBeEmpty();
        options.AlertBotIds.ShouldBe(["ou_a", "cli_b"]);
        (options.IgnoreWords[0], options.FiringWords[0]).ShouldBe(("压测", "ReplicaLag"));
        options.Templates[0].IsMatch("x\n## A").ShouldBeTrue();
    }

    [Theory]
    [InlineData("(")]
    [InlineData(@"(a)\1")]
    public void A_pattern_that_cannot_be_used_is_said_by_its_key(string pattern)
    {
        Read([("AlertTemplates:0", pattern)], out var problems).Templates.ShouldBeEmpty();

        problems.ShouldHaveSingleItem().ShouldContain("Lark:AlertTemplates:0");
    }

    private static LarkAlertOptions Read((string Key, string Value)[] settings, out IReadOnlyList<string> problems)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Lark:{setting.Key}", (string?)setting.Value)))
            .Build();
        var found = new ConfigurationProblems();
        var options = LarkAlertSettings.Read(new SettingsReader(configuration, found).Section("Lark"));
        problems = found.Found;
        return options;
    }
}
