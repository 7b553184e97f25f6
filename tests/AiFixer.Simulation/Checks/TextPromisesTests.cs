using System.Text.Json.Nodes;
using AiFixer.Simulation.Checks.Support;
using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

public sealed class TextPromisesTests
{
    private static readonly WrittenLife Life = Forged.Life(1, 0, Forged.Grants(10, maySendAgain: false), Forged.Starts(20));

    public static TheoryData<string> Texts { get; } = [.. Hostile.Texts];

    [Fact]
    public void A_plan_of_its_own_words_is_as_it_should_be() => Broken("account 0|fixed|1").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_an_alert_said_is_told_where_it_is_sent(string text) => Broken($"account 0|{text.Replace('|', ' ')}|1").Count.ShouldBe(2);

    [Fact]
    public void Data_that_arrives_as_other_data_is_told() => Broken("account 1|fixed|1").ShouldNotBeEmpty();

    [Fact]
    public void An_entry_by_an_alerts_text_is_told()
    {
        var life = Forged.Life(1, 0, Forged.At(10, Hostile.Texts[0], "approved diagnosis/1"));

        TextPromises.Broken([], [life], []).ShouldHaveSingleItem().ShouldContain("acts on");
    }

    [Theory]
    [InlineData("markdown", "**mallory**", 1)]
    [InlineData("markdown", "&#42;&#42;mallory&#42;&#42;", 0)]
    [InlineData("plain_text", "**mallory**", 0)]
    [InlineData("plain_text", "mallory\u202E", 1)]
    public void A_card_that_takes_text_for_more_is_told(string tag, string content, int told)
    {
        var card = new JsonObject { ["body"] = new JsonObject { ["elements"] = new JsonArray(new JsonObject { ["tag"] = tag, ["content"] = content }) } };

        TextPromises.Broken([], [], [card]).Count().ShouldBe(told);
    }

    [Fact]
    public void Every_text_comes_in_with_some_delivery() =>
        Enumerable.Range(1, 20).Select(i => Hostile.In(Alerts.Firing("account 0", Forged.Begin), "account 0", i).Alert.Description).Distinct().ShouldBe(["", .. Hostile.Texts], ignoreOrder: true);

    private static List<string> Broken(string payload)
    {
        var left = Forged.Leaves(Life, 3, 25);
        var plan = left.Sending.Plan with { Payload = payload, Target = left.Sending.Plan.Target with { Name = Payload.Parse(payload).Account } };
        return [.. TextPromises.Broken([left with { Sending = left.Sending with { Plan = plan } }], [Life], [])];
    }
}
