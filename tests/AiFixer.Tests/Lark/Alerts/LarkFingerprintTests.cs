using System.Text.Json.Nodes;
using AiFixer.Core.Alerts;
using AiFixer.Lark.Alerts;
using AiFixer.Lark.Events;

namespace AiFixer.Tests.Lark.Alerts;

public sealed class LarkFingerprintTests
{
    private readonly LarkAlertReader _reader = new(new(), new() { AlertBotIds = [SampleMessage.Listed] });

    [Theory]
    [InlineData("P0 故障 支付服务错误率 35%,持续 5 分钟", "P0 故障 支付服务错误率 60%,持续 12 分钟")]
    [InlineData("P0 故障 10:02 支付超时", "P0 故障 11:47 支付超时")]
    [InlineData("P0 incident: checkout is down since 2026-03-01 10:00", "P1 incident: checkout is down since 2026-03-02 11:30")]
    [InlineData("🔴 Firing\nAlert: A\nSeverity: critical\nService: s\nCurrent value: 1\nTime: 10:00", "🔴 Firing\nAlert: A\nSeverity: warning\nService: s\nCurrent value: 2\nTime: 11:00")]
    [InlineData("[告警]\n告警名称：磁盘满\n命名空间：shop\n触发时间：2026-01-01", "[告警]\n命名空间：shop\n告警名称：磁盘满\n触发时间：2026-02-01")]
    [InlineData("checkout-6d4f8b7c9-x2x4z 0/1 CrashLoopBackOff 12 (3m ago) 45m", "checkout-6d4f8b7c9-zzq9k 0/1 CrashLoopBackOff 99 2d")]
    [InlineData("[FIRING:1] HighCPU (prod)\n - alertname = HighCPU\n - namespace = prod\n - pod = web-6d4f8b7c9-x2x4z", "[FIRING:3] HighCPU (prod)\n - alertname = HighCPU\n - namespace = prod\n - pod = web-7c9d5b6f8-zzq9k")]
    public void The_same_trouble_has_the_same_fingerprint(string one, string other) => Of(one).Fingerprint.ShouldBe(Of(other).Fingerprint);

    [Theory]
    [InlineData("P0 故障 支付服务超时", "P0 故障 登录服务超时")]
    [InlineData("P0 故障 node-3 失败", "P0 故障 node-4 失败")]
    [InlineData("🔴 Firing\nAlert: A\nService: s\nNamespace: n", "🔴 Firing\nAlert: A\nService: t\nNamespace: n")]
    [InlineData("checkout-6d4f8b7c9-x2x4z 0/1 CrashLoopBackOff 12 45m", "search-6d4f8b7c9-x2x4z 0/1 CrashLoopBackOff 12 45m")]
    [InlineData("checkout-6d4f8b7c9-x2x4z 0/1 CrashLoopBackOff 12 45m", "checkout-6d4f8b7c9-x2x4z 0/1 ErrImagePull 12 45m")]
    public void Different_trouble_has_a_different_fingerprint(string one, string other) => Of(one).Fingerprint.ShouldNotBe(Of(other).Fingerprint);

    [Fact]
    public void What_is_over_names_what_began()
    {
        const string fields = "告警名称：订单错误率过高\n命名空间：shop\n服务：order-api\n";
        var began = Of($"[告警]\n{fields}当前值：12%");
        var ended = Of($"✅ Resolved\n{fields}恢复时间：10:42", SampleMessage.Listed);

        (ended.Fingerprint, ended.Instance).ShouldBe((began.Fingerprint, began.Instance));
    }

    [Fact]
    public void A_message_has_the_fingerprint_of_the_same_alert_from_its_sender()
    {
        var posted = new AlertParser(new()).Generic(
            """{"labels":{"alertname":"HighCPU","namespace":"prod","service":"web"}}"""u8.ToArray(), null, SampleMessage.WrittenAt);

        var read = Of("🔴 Firing\nLabels:\n - alertname = HighCPU\n - namespace = prod\n - service = web");

        read.Fingerprint.ShouldBe(posted.ShouldBeOfType<ParsedDelivery.Taken>().Alerts[0].Alert.Fingerprint);
    }

    [Fact]
    public void Every_delivery_of_a_message_is_the_same_news_and_another_message_is_not()
    {
        const string text = "P0 故障 支付服务超时";

        Found(text, "om_1").ShouldBe(Found(text, "om_1"));
        Found(text, "om_1").ShouldNotBe(Found(text, "om_2"));
    }

    [Fact]
    public void Two_parts_of_one_message_are_two_pieces_of_news()
    {
        const string rows = "a-6d4f8b7c9-x2x4z 0/1 CrashLoopBackOff 1 1m\nb-6d4f8b7c9-x2x4z 0/1 CrashLoopBackOff 1 1m";

        Found(rows, "om_1").Distinct().Count().ShouldBe(2);
    }

    private IEnumerable<string> Found(string text, string id) =>
        _reader.Read(Message(text, "ou_person") with { Id = id }, SampleMessage.Us).ShouldBeOfType<HeardMessage.Alerts>().Found.Select(alert => alert.InboxKey);

    private Alert Of(string text, string from = "ou_person") =>
        _reader.Read(Message(text, from), SampleMessage.Us).ShouldBeOfType<HeardMessage.Alerts>().Found[0].Alert;

    private static LarkMessage Message(string text, string from) =>
        new("om_1", "oc_1", "group", new(from), "user", "text", new JsonObject { ["text"] = text }.ToJsonString(), SampleMessage.WrittenAt);
}
