using System.Text;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Core.Alerts;

public sealed class AlertParserTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);
    private readonly AlertParser _parser = new(new AlertOptions());

    [Fact]
    public void An_alertmanager_delivery_becomes_its_alerts()
    {
        var alert = Webhook(Firing()).ShouldHaveSingleItem();

        alert.Firing.ShouldBeTrue();
        alert.Alert.Source.ShouldBe("alertmanager");
        alert.Alert.Name.ShouldBe("HighCPU");
        alert.Alert.Severity.ShouldBe(Severity.P1);
        alert.Alert.Summary.ShouldBe("<b>cpu & \"hot\"</b>");
        alert.Alert.Link.ShouldBe("http://prom/graph?g0.expr=up&g0.tab=1");
        alert.Alert.StartsAt.ShouldBe(new(2026, 11, 21, 1, 24, 28, TimeSpan.Zero), TimeSpan.FromSeconds(1));
        alert.Alert.Target.ShouldNotBeNull().Key.ShouldBe("default/deployment/prod/web");
        alert.Raw.ShouldBeNull();
    }

    [Fact]
    public void Each_alert_of_a_mixed_group_has_its_own_status() =>
        Webhook(Firing(), Resolved()).Select(alert => alert.Firing).ShouldBe([true, false]);

    [Fact]
    public void A_truncated_delivery_says_so_on_every_alert() =>
        Taken(_parser.Alertmanager(Bytes(Body("4", [Resolved()], truncated: 1)), Now)).ShouldAllBe(alert => alert.Truncated);

    [Fact]
    public void Grafana_is_told_by_its_version() =>
        Taken(_parser.Alertmanager(Bytes(Body("1", [Firing()])), Now)).Single().Alert.Source.ShouldBe("grafana");

    [Theory]
    [InlineData("""{"version":"3","alerts":[]}""", "version")]
    [InlineData("""{"version":4,"alerts":[]}""", "version")]
    [InlineData("""{"alerts":[]}""", "version")]
    [InlineData("""{"version":"4"}""", "alerts")]
    [InlineData("""{"version":"4","alerts":{}}""", "alerts")]
    [InlineData("""{"version":"4","alerts":[],"truncatedAlerts":"1"}""", "truncatedAlerts")]
    [InlineData("[]", "body")]
    [InlineData("5", "body")]
    [InlineData("", "body")]
    [InlineData("{", "body")]
    [InlineData("""{"version":"4","alerts":[]} x""", "body")]
    public void A_body_that_is_no_delivery_is_refused_by_the_field(string body, string field) =>
        _parser.Alertmanager(Bytes(body), Now).ShouldBeOfType<ParsedDelivery.Invalid>().Field.ShouldBe(field);

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("""{"status":"firing"}""")]
    [InlineData("""{"status":"burning","labels":{"alertname":"A"}}""")]
    [InlineData("""{"status":"firing","labels":["A"]}""")]
    [InlineData("""{"status":"firing","labels":{"alertname":{"x":1}}}""")]
    [InlineData("""{"status":"firing","labels":{"alertname":"A"},"startsAt":"yesterday"}""")]
    [InlineData("""{"status":"firing","labels":{"alertname":"A"},"startsAt":12}""")]
    public void An_alert_that_cannot_be_mapped_is_kept_with_its_payload(string alert)
    {
        var kept = Webhook(alert, Firing());

        kept.Count.ShouldBe(2);
        kept[0].Alert.Name.ShouldBe("unmapped alert");
        kept[0].Alert.Class.ShouldBe(ErrorClass.Unknown);
        kept[0].Firing.ShouldBeTrue();
        Encoding.UTF8.GetString(kept[0].Raw.ShouldNotBeNull().Bytes.Span).ShouldBe(alert);
        kept[0].Alert.RawPayload.ShouldBe(kept[0].Raw!.Hash);
        kept[1].Alert.Name.ShouldBe("HighCPU");
    }

    [Fact]
    public void Redelivery_and_a_second_alertmanager_have_the_same_inbox_key() =>
        Webhook(Firing()).Single().InboxKey.ShouldBe(Webhook(Firing()).Single().InboxKey);

    [Fact]
    public void Firing_again_resolving_and_a_whole_resolved_after_a_truncated_one_are_news()
    {
        var keys = new[]
        {
            Webhook(Firing()).Single(),
            Webhook(Firing().Replace("01:24:28", "02:24:28", StringComparison.Ordinal)).Single(),
            Webhook(Resolved()).Single(),
            Taken(_parser.Alertmanager(Bytes(Body("4", [Resolved()], truncated: 1)), Now)).Single(),
        }.Select(alert => alert.InboxKey);

        keys.ShouldBeUnique();
    }

    [Fact]
    public void One_field_of_a_name_is_enough_for_the_general_form()
    {
        var alert = Posted("""{"name":"DiskFull","namespace":"shop","deployment":"db","severity":"critical","value":97.5}""").Single();

        alert.Alert.Name.ShouldBe("DiskFull");
        alert.Alert.Severity.ShouldBe(Severity.P1);
        alert.Alert.Target.ShouldNotBeNull().Key.ShouldBe("default/deployment/shop/db");
        alert.Alert.Labels["value"].ShouldBe("97.5");
        alert.Alert.StartsAt.ShouldBe(Now);
    }

    [Fact]
    public void What_prometheus_posts_to_an_alertmanager_is_understood()
    {
        var alerts = Posted("""[{"labels":{"alertname":"A"},"endsAt":"2026-11-21T02:59:00Z"},{"labels":{"alertname":"A"},"endsAt":"2026-11-21T03:05:00Z"}]""");

        alerts.Select(alert => alert.Firing).ShouldBe([false, true]);
    }

    [Fact]
    public void Without_a_time_every_post_is_news_unless_an_idempotency_key_says_otherwise()
    {
        var later = Now.AddMinutes(1);
        const string body = """{"name":"A"}""";

        Key(null, Now).ShouldNotBe(Key(null, later));
        Key("k1", Now).ShouldBe(Key("k1", later));
        Key("k1", Now).ShouldNotBe(Key("k2", Now));

        string Key(string? key, DateTimeOffset at) => Taken(_parser.Generic(Bytes(body), key, at)).Single().InboxKey;
    }

    [Theory]
    [InlineData("critical", null, Severity.P1)]
    [InlineData("critical", "P0", Severity.P0)]
    [InlineData("PAGE", null, Severity.P0)]
    [InlineData("warning", null, Severity.P2)]
    [InlineData("info", null, Severity.P3)]
    [InlineData("p2", "critical", Severity.P1)]
    [InlineData("whatever", null, Severity.P2)]
    public void The_worst_label_that_is_understood_tells_the_severity(string severity, string? priority, Severity expected) =>
        Posted($$"""{"name":"A","severity":"{{severity}}","priority":{{(priority is null ? "null" : $"\"{priority}\"")}} }""").Single().Alert.Severity.ShouldBe(expected);

    [Theory]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("1066-10-14T09:00:00Z")]
    public void Years_at_the_edges_survive_any_arithmetic(string time)
    {
        var starts = Posted($$"""{"name":"A","startsAt":"{{time}}"}""").Single().Alert.StartsAt;

        Should.NotThrow(() => starts.ToOffset(TimeSpan.FromHours(14)).AddYears(500).ToOffset(TimeSpan.FromHours(-12)));
    }

    [Fact]
    public void Large_labels_and_many_of_them_are_bounded_and_marked()
    {
        var labels = string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"a{i:000}\":\"x\""));
        var alert = Posted($$"""{"name":"A","labels":{ {{labels}} },"namespace":"shop","big":"{{new string('y', 100_000)}}"}""").Single().Alert;

        alert.Labels.Count.ShouldBe(101);
        alert.Labels["namespace"].ShouldBe("shop");
        Posted($$"""{"name":"A","big":"{{new string('y', 100_000)}}"}""").Single().Alert.Labels["big"].ShouldEndWith("… [96000 characters cut]");
    }

    [Fact]
    public void Ten_thousand_alerts_in_a_body_are_all_there() =>
        Posted($"[{string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"{{\"name\":\"A{i}\"}}"))}]").Select(alert => alert.Alert.Fingerprint).Distinct().Count().ShouldBe(10_000);

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("\\ud800")]
    [InlineData("\\udc00x")]
    [InlineData("\\u202e")]
    [InlineData("\\u200b")]
    [InlineData("\\udb40\\udc41")]
    public void What_cannot_be_seen_is_shown(string escaped) =>
        Posted($$"""{"name":"A{{escaped}}B","la{{escaped}}bel":"x"}""").Single().Alert.Name.ShouldStartWith("A\uFFFD");

    [Fact]
    public void Bytes_that_are_no_text_are_shown()
    {
        byte[] body = [.. "{\"name\":\"A"u8, 0xFF, 0xC0, .. "B\"}"u8];

        Taken(_parser.Generic(body, null, Now)).Single().Alert.Name.ShouldBe("A\uFFFD\uFFFDB");
    }

    [Fact]
    public void A_link_that_is_no_web_address_is_left_out() =>
        Posted("""{"name":"A","link":"javascript:alert(1)"}""").Single().Alert.Link.ShouldBeNull();

    [Fact]
    public void No_json_makes_it_throw()
    {
        var values = JsonValues(3);
        Prop.ForAll(values.ToArbitrary(), json =>
        {
            var alertmanager = _parser.Alertmanager(Bytes($$"""{"version":"4","alerts":[{{json}},{"status":{{json}},"labels":{{json}},"startsAt":{{json}}}]}"""), Now);
            Taken(alertmanager).Count.ShouldBe(2);
            _parser.Generic(Bytes(json), null, Now);
            _parser.Alertmanager(Bytes(json), Now);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            _parser.Generic(bytes, null, Now);
            _parser.Alertmanager(bytes, Now);
            _parser.Alertmanager((byte[])[.. "{\"version\":\"4\",\"alerts\":[{\"labels\":{\"a\":\""u8, .. bytes], Now);
        }).QuickCheckThrowOnFailure();

    private static Gen<string> JsonValues(int depth)
    {
        var leaf = Gen.Elements(
            "null", "true", "0", "-1e300", "\"\"", "\"firing\"", "\"\\ud800\"", "\"\\u0000\"", "\"9999-99-99T\"", "\"0001-01-01T00:00:00Z\"", "\"resolved\"", "[]", "{}");
        if (depth == 0)
            return leaf;
        var below = JsonValues(depth - 1);
        var name = Gen.Elements("alertname", "labels", "annotations", "status", "startsAt", "endsAt", "name", "generatorURL", "\\ud800", "la\\u0062els", "severity", "alerts", "version");
        var member = name.SelectMany(key => below.Select(value => $"\"{key}\":{value}"));
        return Gen.OneOf(
            leaf,
            Gen.ListOf(below).Select(items => $"[{string.Join(',', items)}]"),
            Gen.ListOf(member).Select(members => $"{{{string.Join(',', members)}}}"));
    }

    private IReadOnlyList<IncomingAlert> Webhook(params string[] alerts) => Taken(_parser.Alertmanager(Bytes(Body("4", alerts)), Now));

    private IReadOnlyList<IncomingAlert> Posted(string body) => Taken(_parser.Generic(Bytes(body), null, Now));

    private static IReadOnlyList<IncomingAlert> Taken(ParsedDelivery delivery) => delivery.ShouldBeOfType<ParsedDelivery.Taken>().Alerts;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Body(string version, string[] alerts, int truncated = 0) =>
        $$"""{"receiver":"team\\.a","status":"firing","alerts":[{{string.Join(',', alerts)}}],"groupLabels":{},"commonLabels":{},"externalURL":"http://am","version":"{{version}}","groupKey":"{}:{alertname=\"A\"}","truncatedAlerts":{{truncated}}}""";

    private static string Firing() =>
        """{"status":"firing","labels":{"alertname":"HighCPU","namespace":"prod","pod":"web-6d4f8b7c9-x2x4z","severity":"critical"},"annotations":{"summary":"\u003cb\u003ecpu \u0026 \"hot\"\u003c/b\u003e"},"startsAt":"2026-11-21T01:24:28.551094956Z","endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prom/graph?g0.expr=up\u0026g0.tab=1","fingerprint":"1ee8dbd420b0002c"}""";

    private static string Resolved() =>
        Firing().Replace("firing", "resolved", StringComparison.Ordinal).Replace("0001-01-01T00", "2026-11-21T02", StringComparison.Ordinal);
}
