using System.Text;
using AiFixer.Core.Alerts;

namespace AiFixer.Tests.Core.Alerts;

public sealed class UnmappedAlertTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);
    private readonly AlertParser _parser = new(new());

    /// <summary>Every value that changed opened another incident.</summary>
    [Theory]
    [InlineData("5", "7.5")]
    [InlineData("\"disk full on node7 at 10:31:00Z, 93 %\"", "\"disk full on node7 at 10:32:00.25Z, 97.5 %\"")]
    [InlineData("\"pod web-7d9f8b6c5-x2x4z crashed\"", "\"pod web-5c4d3b2a1-q9w8z crashed\"")]
    [InlineData("""{"status":"burning","labels":{"alertname":"A","pod":"web-0"},"startsAt":"2026-11-21T01:24:28Z"}""", """{"status":"burning","labels":{"alertname":"A","pod":"web-1"},"annotations":{"summary":"now"},"startsAt":"2026-11-21T02:00:00Z"}""")]
    [InlineData("""{"status":"burning","labels":{"alertname":"A","load":"1.5","seen":"2026-11-21T01:24:28Z"}}""", """{"status":"burning","labels":{"alertname":"A","load":"12","seen":"2026-11-21T02:24:28Z"}}""")]
    [InlineData("""{"status":"firing","labels":{"alertname":"A"},"startsAt":"yesterday"}""", """{"status":"firing","labels":{"alertname":"A","severity":"critical"},"startsAt":"today"}""")]
    public void The_same_broken_alert_at_another_time_with_other_values_is_the_same_trouble(string one, string other)
    {
        Kept(other).Alert.Fingerprint.ShouldBe(Kept(one).Alert.Fingerprint);
        Kept(other).Alert.Instance.ShouldBe(Kept(one).Alert.Instance);
    }

    [Theory]
    [InlineData("5", "\"disk full\"")]
    [InlineData("\"disk full\"", "\"disk slow\"")]
    [InlineData("""{"status":"burning","labels":{"alertname":"A"}}""", """{"status":"burning","labels":{"alertname":"B"}}""")]
    [InlineData("""{"status":"burning","labels":{"alertname":"A","node":"db1"}}""", """{"status":"burning","labels":{"alertname":"A","node":"db2"}}""")]
    [InlineData("""{"status":"burning","labels":{"alertname":"A"}}""", """{"status":"firing","labels":{"alertname":"A"},"startsAt":12}""")]
    [InlineData("""{"status":"burning","labels":{"alertname":"A"}}""", """{"status":"firing","labels":{"alertname":"A"}}""")]
    public void Another_alert_or_one_that_is_broken_otherwise_is_other_trouble(string one, string other) =>
        Take(other)[0].Alert.Fingerprint.ShouldNotBe(Kept(one).Alert.Fingerprint);

    [Fact]
    public void The_same_words_from_another_sender_are_other_trouble() =>
        Take("5", version: "1")[0].Alert.Fingerprint.ShouldNotBe(Kept("5").Alert.Fingerprint);

    [Fact]
    public void Of_an_endless_payload_the_beginning_is_kept_and_that_is_said()
    {
        var kept = Kept($"\"{new string('x', AlertLimits.RawPayload)}\"");

        kept.Raw!.Bytes.Length.ShouldBe(AlertLimits.RawPayload);
        kept.Alert.Summary.ShouldContain("The beginning of what was sent is attached");
    }

    [Fact]
    public void What_the_store_refused_is_kept_as_it_was_sent_and_nothing_else_of_it()
    {
        const string alert = """{"status":"resolved","labels":{"alertname":"A","severity":"critical"},"annotations":{"summary":"bad"}}""";
        var taken = Take(alert + ",7", refused: new HashSet<int> { 0 });

        var kept = taken[0];
        (kept.Alert.Name, kept.Alert.Class, kept.Alert.Severity, kept.Firing).ShouldBe(("unmapped alert", ErrorClass.Unknown, AiFixer.Core.Severity.P1, true));
        kept.Alert.Labels.ShouldBeEmpty();
        kept.Alert.Annotations.ShouldBeEmpty();
        kept.Alert.Summary.ShouldContain("the store did not take it");
        Encoding.UTF8.GetString(kept.Raw!.Bytes.Span).ShouldBe(alert);
        taken[1].Alert.Summary.ShouldContain("it is not an object");
    }

    private IncomingAlert Kept(string alert)
    {
        var kept = Take(alert)[0];
        kept.Alert.Name.ShouldBe("unmapped alert");
        return kept;
    }

    private IReadOnlyList<IncomingAlert> Take(string alerts, string version = "4", IReadOnlySet<int>? refused = null) => _parser
        .Alertmanager(Encoding.UTF8.GetBytes($$"""{"version":"{{version}}","alerts":[{{alerts}}]}"""), Now, refused)
        .ShouldBeOfType<ParsedDelivery.Taken>().Alerts;
}
