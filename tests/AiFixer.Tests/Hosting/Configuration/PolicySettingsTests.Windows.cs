using AiFixer.Core.Policy;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Settings;

namespace AiFixer.Tests.Hosting.Configuration;

/// <summary>Windows and environments with slips in them.</summary>
public sealed partial class PolicySettingsTests
{
    [Theory]
    [InlineData("Environments", "Production ", "Environments")]
    [InlineData("From", "22:00", "To")]
    [InlineData("To", "22:00", "From")]
    [InlineData("Days", "Sat", "From")]
    [InlineData("Form", "22:00", "Form")]
    [InlineData("AllDay", "often", "AllDay")]
    public void A_window_with_a_slip_is_refused_by_its_key(string key, string value, string problem)
    {
        Read(out var problems, ("Policy:Environments:0:Name", "shop"), ("Policy:Environments:0:Scopes", "*/shop"), ("Policy:Freezes:0:Name", "x"), ($"Policy:Freezes:0:{key}", value));

        problems.ShouldContain(one => one.StartsWith($"Policy:Freezes:0:{problem}: "));
    }

    [Theory]
    [InlineData("AllDay", "true")]
    [InlineData("Since", "2026-12-20T00:00:00Z")]
    public void A_window_without_hours_says_that_it_has_none(string key, string value)
    {
        Read(out var problems, ("Policy:Environments:0:Name", "shop"), ("Policy:Environments:0:Scopes", "*/shop"), ("Policy:Freezes:0:Name", "x"), ("Policy:Freezes:0:Environments", "sh*"), ($"Policy:Freezes:0:{key}", value));

        problems.ShouldBeEmpty();
    }

    [Fact]
    public void Two_environments_of_one_name_are_refused()
    {
        Read(
            out var problems, ("Policy:Environments:0:Name", "shop"), ("Policy:Environments:0:Scopes", "*/shop"), ("Policy:Environments:1:Name", "Shop"), ("Policy:Environments:1:Scopes", "*/x"));

        problems.ShouldHaveSingleItem().ShouldStartWith("Policy:Environments:1:Name");
    }
}
