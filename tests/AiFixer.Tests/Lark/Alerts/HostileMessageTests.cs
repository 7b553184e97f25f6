using System.Text.Json.Nodes;
using AiFixer.Core.Alerts;
using AiFixer.Lark.Alerts;
using AiFixer.Lark.Events;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Alerts;

public sealed class HostileMessageTests
{
    /// <summary>Of a processor, however long that takes.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(5);

    private readonly LarkAlertReader _reader = new(new(), new() { AlertBotIds = [SampleMessage.Listed] });

    [Theory]
    [InlineData(" ", "告警名称")]
    [InlineData("[", "告警")]
    [InlineData("【告警】", "x")]
    [InlineData("a-", "x")]
    [InlineData("labels: {", "a=")]
    [InlineData("P0 ", "故障")]
    [InlineData("<at id=all>", "级别:")]
    [InlineData("a=\"", "b")]
    [InlineData("*a", "[x](")]
    [InlineData("\n- a = b", "Labels:")]
    [InlineData("bcdfgh-", "/")]
    [InlineData("kubectl ", "-n")]
    public async Task A_line_of_thirty_thousand_letters_is_little_work(string piece, string end)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 30_000 / piece.Length)) + end;
        LarkMessage[] messages =
        [
            Message("text", new JsonObject { ["text"] = text }),
            Message("interactive", new JsonObject { ["elements"] = new JsonArray(new JsonObject { ["tag"] = "markdown", ["content"] = text }) }),
        ];
        var read = 0;

        await Processor.UsedByAsync(() => read = messages.Count(message => _reader.Read(message, SampleMessage.Us) is not null), Enough);

        read.ShouldBe(messages.Length);
    }

    [Fact]
    public void A_card_deeper_than_any_is_read_as_far_as_it_may()
    {
        JsonNode card = new JsonObject { ["tag"] = "markdown", ["content"] = "x" };
        for (var i = 0; i < 50; i++)
            card = new JsonObject { ["elements"] = new JsonArray(card) };

        _reader.Read(Message("interactive", card.AsObject()), SampleMessage.Us).ShouldBeOfType<HeardMessage.Other>();
    }

    [Fact]
    public void What_is_hidden_or_mentions_everybody_does_not_survive()
    {
        var alert = Alert("P0 故障 支付\u202E失败 <at user_id=\"all\">所有人</at>");

        alert.Name.ShouldNotContain('\u202E');
        alert.Description.ShouldNotContain('\u202E');
    }

    [Fact]
    public void Labels_are_no_more_than_are_kept()
    {
        var labels = string.Join('\n', Enumerable.Range(0, 500).Select(i => $" - label_{i} = v"));

        Alert($"🔴 Firing\nLabels:\n - alertname = A\n{labels}").Labels.Count.ShouldBeLessThanOrEqualTo(AlertLimits.Labels);
    }

    [Theory]
    [InlineData("text", """{"text":"\ud800 P0 故障 失败"}""")]
    [InlineData("text", """{"text":17}""")]
    [InlineData("text", "17")]
    [InlineData("text", "")]
    [InlineData("post", """{"content":[[{"tag":"text"}],[null],7,"x"]}""")]
    [InlineData("interactive", """{"elements":{"tag":["x"]},"header":7,"i18n_elements":{"zh_cn":[]}}""")]
    [InlineData("interactive", """{"elements":[{"tag":"table","columns":[7],"rows":[7,{"a":[]}]}]}""")]
    [InlineData("interactive", """{"type":"template","data":{"template_variable":{"a":{},"b":[1]}}}""")]
    [InlineData("merge_forward", """{"content":"Merged"}""")]
    public void Content_of_any_kind_is_no_reason_to_fail(string type, string content) =>
        _reader.Read(Message(type, content), SampleMessage.Us).ShouldNotBeNull();

    private Alert Alert(string text) =>
        _reader.Read(Message("text", new JsonObject { ["text"] = text }), SampleMessage.Us).ShouldBeOfType<HeardMessage.Alerts>().Found[0].Alert;

    private static LarkMessage Message(string type, JsonObject content) => Message(type, content.ToJsonString());

    private static LarkMessage Message(string type, string content) =>
        new("om_1", "oc_1", "group", new("ou_person"), "user", type, content, SampleMessage.WrittenAt);
}
