using AiFixer.Core.Alerts;
using AiFixer.Lark.Alerts;

namespace AiFixer.Tests.Lark.Alerts;

public sealed class LarkAlertReaderTests
{
    private static readonly LarkAlertReader Trusting = new(new(), new());
    private static readonly LarkAlertReader Listing = new(new(), new() { AlertBotIds = [SampleMessage.Listed] });

    [Theory]
    [MemberData(nameof(Titles), "alerts")]
    public void An_alert_is_taken(string title)
    {
        var sample = Sample("alerts", title);

        var found = Read(sample).ShouldBeOfType<HeardMessage.Alerts>().Found;

        found.Count.ShouldBe(int.Parse(sample.Said("count") ?? "1", null));
        found.ShouldAllBe(alert => alert.Firing);
        ShouldBeAsSaid(found[0].Alert, sample);
    }

    [Theory]
    [MemberData(nameof(Titles), "over")]
    public void That_an_alert_is_over_clears_it(string title)
    {
        var sample = Sample("over", title);

        var found = Read(sample).ShouldBeOfType<HeardMessage.Alerts>().Found;

        found.ShouldAllBe(alert => !alert.Firing);
        ShouldBeAsSaid(found[0].Alert, sample);
    }

    [Theory]
    [MemberData(nameof(Titles), "conversation")]
    public void People_who_talk_with_each_other_open_nothing(string title) =>
        Read(Sample("conversation", title)).ShouldBeOfType<HeardMessage.Other>();

    [Theory]
    [MemberData(nameof(Titles), "to-us")]
    public void What_is_said_to_us_and_is_no_alert_is_answered(string title)
    {
        var said = Read(Sample("to-us", title)).ShouldBeOfType<HeardMessage.ToUs>();

        said.Text.ShouldNotContain("@_user");
    }

    [Fact]
    public void Whoever_is_listed_is_believed_and_others_who_say_it_is_over_are_not()
    {
        var sample = Sample("over", "Labels as a listed program prints them");
        var program = sample.Message() with { Sender = new("ou_program") };

        Listing.Read(sample.Message(), SampleMessage.Us).ShouldBeOfType<HeardMessage.Alerts>();
        Listing.Read(program, SampleMessage.Us).ShouldBeOfType<HeardMessage.Other>();
        Trusting.Read(program, SampleMessage.Us).ShouldBeOfType<HeardMessage.Other>();
    }

    [Fact]
    public void While_our_own_id_is_unknown_nobody_in_a_group_speaks_to_us() =>
        Trusting.Read(Sample("to-us", "A greeting").Message(), "").ShouldBeOfType<HeardMessage.Other>();

    [Fact]
    public void A_command_arrives_without_the_mention() =>
        Read(Sample("to-us", "A command")).ShouldBe(new HeardMessage.ToUs("/status"));

    public static TheoryData<string> Titles(string file) => [.. SampleMessage.Of(file).Select(sample => sample.Title)];

    private static SampleMessage Sample(string file, string title) => SampleMessage.Of(file).Single(sample => sample.Title == title);

    private static HeardMessage Read(SampleMessage sample) =>
        (sample.Said("from")?.Contains("listed", StringComparison.Ordinal) == true ? Listing : Trusting).Read(sample.Message(), SampleMessage.Us);

    private static void ShouldBeAsSaid(Alert alert, SampleMessage sample)
    {
        alert.Name.ShouldBe(sample.Said("name") ?? alert.Name);
        alert.Severity.ToString().ShouldBe(sample.Said("severity") ?? alert.Severity.ToString());
        foreach (var label in sample.Said("labels")?.Split(' ') ?? [])
            alert.Labels.Select(pair => $"{pair.Key}={pair.Value}").ShouldContain(label);
        (alert.Target?.ToString() ?? "").ShouldBe(sample.Said("target") ?? alert.Target?.ToString() ?? "");
        alert.StartsAt.ShouldBe(SampleMessage.WrittenAt);
    }
}
