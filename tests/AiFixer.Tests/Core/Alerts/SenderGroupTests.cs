using System.Text;
using AiFixer.Core.Alerts;

namespace AiFixer.Tests.Core.Alerts;

public sealed class SenderGroupTests
{
    private const string Usual = """
        "receiver":"ops","groupKey":"{}:{alertname=\"X\"}","groupLabels":{"alertname":"X"},"externalURL":"http://am"
        """;

    private readonly AlertParser _parser = new(new AlertOptions());

    [Fact]
    public void Alerts_of_one_group_have_one_key() => Key(Usual).ShouldBe(Key(Usual).ShouldNotBeNull());

    [Theory]
    [InlineData("\"receiver\":\"ops\"", "\"receiver\":\"others\"")]
    [InlineData("http://am", "http://another")]
    [InlineData("\\\"X\\\"", "\\\"Y\\\"")]
    [InlineData("\"receiver\"", "\"orgId\":2,\"receiver\"")]
    public void Those_of_another_group_receiver_sender_or_organisation_have_another(string of, string other) =>
        Key(Usual.Replace(of, other, StringComparison.Ordinal)).ShouldNotBe(Key(Usual));

    [Fact]
    public void Grafana_is_another_sender() => Key(Usual, "1").ShouldNotBe(Key(Usual));

    [Theory]
    [InlineData("\"groupLabels\":{\"alertname\":\"X\"}", "\"groupLabels\":{}")]
    [InlineData("\"groupLabels\":{\"alertname\":\"X\"}", "\"groupLabels\":null")]
    [InlineData("\"groupLabels\":{\"alertname\":\"X\"}", "\"groupLabels\":[1,[2]]")]
    [InlineData("\"groupKey\":\"{}:{alertname=\\\"X\\\"}\"", "\"groupKey\":{\"a\":[]}")]
    [InlineData("\"groupKey\":\"{}:{alertname=\\\"X\\\"}\"", "\"groupKey\":\"\"")]
    public void Without_labels_to_group_by_or_without_a_key_there_is_no_group(string usual, string instead)
    {
        Usual.ShouldContain(usual);

        Key(Usual.Replace(usual, instead, StringComparison.Ordinal)).ShouldBeNull();
    }

    [Fact]
    public void The_general_form_may_name_a_group_which_is_no_label()
    {
        var alert = Generic("""{"name":"X","groupKey":"storm 7"}""");

        alert.GroupKey.ShouldNotBeNull().Length.ShouldBe(32);
        alert.Labels.ShouldBeEmpty();
        Generic("""{"name":"Y","groupKey":"storm 7"}""").GroupKey.ShouldBe(alert.GroupKey);
        Generic("""{"name":"X"}""").GroupKey.ShouldBeNull();
    }

    [Fact]
    public void Alerts_that_were_given_one_fingerprint_are_told_apart_by_what_they_say()
    {
        var one = Generic("""{"name":"DiskFull","host":"a","fingerprint":"0123456789abcdef"}""");
        var two = Generic("""{"name":"CertExpired","host":"b","fingerprint":"0123456789abcdef"}""");

        two.Fingerprint.ShouldNotBe(one.Fingerprint);
        two.Instance.ShouldNotBe(one.Instance);
    }

    private Alert Generic(string body) =>
        _parser.Generic(Encoding.UTF8.GetBytes(body), null, DateTimeOffset.UnixEpoch).ShouldBeOfType<ParsedDelivery.Taken>().Alerts.ShouldHaveSingleItem().Alert;

    private string? Key(string fields, string version = "4")
    {
        var body = $$$"""{"version":"{{{version}}}",{{{fields}}},"alerts":[{"status":"firing","labels":{"alertname":"X"}}]}""";
        return _parser.Alertmanager(Encoding.UTF8.GetBytes(body), DateTimeOffset.UnixEpoch).ShouldBeOfType<ParsedDelivery.Taken>().Alerts[0].Alert.GroupKey;
    }
}
