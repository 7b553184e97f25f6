using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AiFixer.Core.Incidents;
using AiFixer.Lark.Cards;
using AiFixer.Lark.Texts;
using AiFixer.Playground.Lark.Rest;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Lark.Cards;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Lark.Room;

/// <summary>Whatever somebody outside writes, the card is one the platform takes, and it calls and leads nobody.</summary>
public sealed partial class CardSafetyTests
{
    private static readonly string[] Nasty =
    [
        "a \"quote\" and a \\ in what a model wrote",
        "<at id=all></at><at user_id=\"all\"></at> [here](https://evil.example)",
        "</font>}}]}\",\"tag\":\"button\"",
        "\u0000\u202e\u200b\ud800 half",
        "🔥 磁盘已满",
    ];

    [Fact]
    public void Any_text_in_any_place_makes_a_card_that_is_taken() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), given =>
        {
            foreach (var incident in Incidents((given ?? "") + Nasty[Math.Abs((given ?? "").Length) % Nasty.Length]))
                Checked(incident);
        }));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Nasty_text_makes_a_card_that_is_taken(int which)
    {
        foreach (var incident in Incidents(Nasty[which]))
            Checked(incident);
    }

    [Theory]
    [InlineData(30_000, "x")]
    [InlineData(30_000, "火")]
    [InlineData(10_000, "<at id=all>")]
    [InlineData(20_000, "🔥")]
    [InlineData(10_000, "line\n")]
    public void A_text_that_is_much_too_long_is_cut_honestly(int times, string piece)
    {
        foreach (var incident in Incidents(string.Concat(Enumerable.Repeat(piece, times))))
        {
            foreach (var message in Checked(incident).Where(message => message.IsOpen))
            {
                Shown.Text(message.Card).ShouldContain("Something was cut here");
                Shown.Tagged(message.Card, "button").Any(button => (string?)button["behaviors"]![0]!["default_url"] == $"https://fix.example/incidents/{incident.Id}").ShouldBeTrue();
                Shown.Buttons(message.Card).ShouldNotBeEmpty();
            }
        }
    }

    private static IReadOnlyList<AiFixer.Lark.Room.RoomMessage> Checked(Incident incident)
    {
        var all = new[] { Words.English, Words.Chinese }.SelectMany(words => Scenes.Show(incident, words: words)).ToList();
        foreach (var message in all)
        {
            var card = JsonNode.Parse(message.Card.ToJsonString())!.AsObject();
            CardFit.Fits(card).ShouldBeTrue($"{message.Part}: {CardFit.Size(card)} bytes, {CardFit.Elements(card)} elements");
            CardCheck.Problem(card).ShouldBeNull(message.Part);
            var written = Shown.Markdown(card);
            Allowed().Replace(written, "").IndexOfAny(['<', '>', '[', '`']).ShouldBe(-1, written);
            written.ShouldNotContain("<at");
            Links().Matches(written).ShouldAllBe(link => link.Groups[1].Value.StartsWith("https://fix.example/", StringComparison.Ordinal));
            Shown.Tagged(card, "button").Select(button => (string?)button["behaviors"]![0]!["default_url"]).OfType<string>()
                .ShouldAllBe(url => url.StartsWith("https://fix.example/", StringComparison.Ordinal));
            Shown.Tagged(card, "form").SelectMany(form => Shown.Objects(form["elements"]).Where(part => (string?)part["tag"] is "input" or "button").Select(part => (string?)part["name"]))
                .ShouldAllBe(name => !string.IsNullOrEmpty(name));
            JsonSerializer.Serialize(card).ShouldNotContain("\\ud800 ");
        }

        return [.. all.Take(all.Count / 2)];
    }

    /// <summary>Incidents at every point, with the text wherever somebody outside can put one.</summary>
    private static IEnumerable<Incident> Incidents(string text)
    {
        var plan = Given.Plan() with { Call = text, Diff = text, BlastRadius = text, Target = new(text, text, text, text) };
        var planned = Given.Planned(traits: Given.Traits(PluginRisk.High)) with { Why = text, Plan = plan, Request = new("k8s." + text, text) };
        var diagnosis = Given.Diagnosis() with
        {
            RootCause = text,
            Category = text,
            Analyst = text,
            Claims = [.. Enumerable.Repeat(new CitedClaim(text, [text]), 50)],
            Evidence = [.. Enumerable.Repeat(new Evidence(text, text, text), 300)],
            RuledOut = [text],
            Gaps = [text],
            Responsible = new(text, text, [text]),
        };
        var alert = Given.Alert() with { Name = text, Summary = text, Description = text };
        var asked = Story.Open(alert: alert).Triaged().Diagnosed(diagnosis);
        yield return asked.State;
        var proposed = Story.Open(alert: alert).Triaged().Diagnosed(diagnosis).Approved().Proposed([.. Enumerable.Repeat(planned, 20)]);
        yield return proposed.State;
        yield return Story.Open(alert: alert).Triaged().Diagnosed(diagnosis)
            .Hears(new PersonInput.Reject(Given.Approver with { Name = text }, "diagnosis/1", text)).State;
        yield return Story.Open(alert: alert).Hears(new PersonInput.Escalate(Given.Operator, text, text)).State;
        yield return Story.Open(alert: alert).Hears(new PersonInput.Ignore(Given.Operator with { Name = text }, text)).State;
        var ran = Stories.Sending().Sends(ExecuteOutcome.NotDone, text);
        yield return ran.State with { Alert = alert };
    }

    [GeneratedRegex(@"<font color='grey'>|</font>|\[[^\]\n]*\]\(https://fix\.example/[^)]*\)")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"\]\(([^)]*)\)")]
    private static partial Regex Links();
}
