using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Lark;
using AiFixer.Lark.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Lark.Wire;

public sealed class EnvelopeReaderTests
{
    private const string Message = """
        {"schema":"2.0",
         "header":{"event_id":"evt-1","event_type":"im.message.receive_v1","create_time":"1608725989000","token":"vt","app_id":"cli_9f5343c580712544","tenant_key":"tk"},
         "event":{
          "sender":{"sender_id":{"union_id":"on_1","user_id":"e33ggbyz","open_id":"ou_1"},"sender_type":"user","tenant_key":"tk"},
          "message":{"message_id":"om_1","root_id":"om_r","parent_id":"om_p","create_time":"1609073151345","chat_id":"oc_1","thread_id":"omt_1",
            "chat_type":"group","message_type":"text","content":"{\"text\":\"@_user_1 hello\"}",
            "mentions":[{"key":"@_user_1","id":{"union_id":"on_1","user_id":"u","open_id":"ou_2"},"name":"Tom","tenant_key":"tk"}]}}}
        """;

    [Fact]
    public void A_message_is_read_whole()
    {
        var message = Read(Message).ShouldBeOfType<Arrival.Written>().Message;

        message.Id.ShouldBe("om_1");
        message.ChatId.ShouldBe("oc_1");
        message.ChatType.ShouldBe("group");
        message.Sender.OpenId.ShouldBe("ou_1");
        message.SenderType.ShouldBe("user");
        message.Content.ShouldBe("""{"text":"@_user_1 hello"}""");
        message.WrittenAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1609073151345));
        (message.RootId, message.ParentId, message.ThreadId).ShouldBe(("om_r", "om_p", "omt_1"));
        var named = message.Mentions.ShouldHaveSingleItem();
        (named.Key, named.Person.OpenId, named.Person.Name).ShouldBe(("@_user_1", "ou_2", "Tom"));
    }

    [Fact]
    public void What_is_absent_is_no_trouble()
    {
        var message = Read("""{"schema":"2.0","header":{"event_id":"e","event_type":"im.message.receive_v1"},"event":{"message":{"message_id":"om_1","chat_id":"oc_1"}}}""")
            .ShouldBeOfType<Arrival.Written>().Message;

        message.Sender.OpenId.ShouldBeEmpty();
        message.Mentions.ShouldBeEmpty();
        message.RootId.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"schema":"2.0","header":{"event_id":"e","event_type":"im.message.receive_v1"},"event":{"message":{"chat_id":"oc_1"}}}""")]
    [InlineData("""{"schema":"2.0","header":{"event_id":"e","event_type":"im.message.receive_v1"},"event":{"message":[1]}}""")]
    [InlineData("""{"schema":"2.0","header":{"event_id":"e","event_type":"card.action.trigger"},"event":{"action":"press"}}""")]
    [InlineData("""{"schema":"2.0","header":{"event_type":"card.action.trigger"},"event":{}}""")]
    [InlineData("""{"schema":"2.0","header":[],"event":{}}""")]
    [InlineData("""{"schema":2}""")]
    [InlineData("{}")]
    public void What_lacks_what_it_takes_is_malformed(string envelope) => Read(envelope).ShouldBeRefused(RefusalReason.Malformed);

    [Fact]
    public void A_click_by_nobody_names_nobody()
    {
        var click = Sealed.Click();
        click["event"]!["operator"] = new JsonObject { ["tenant_key"] = "tk" };

        EnvelopeReader.Read(click).ShouldBeOfType<Arrival.Clicked>().Click.By.ShouldBeNull();
    }

    [Fact]
    public void A_form_is_read_by_the_names_of_its_fields()
    {
        var click = Sealed.Click();
        click["event"]!["action"]!["form_value"] = new JsonObject { ["reason"] = "because", ["pick"] = new JsonArray("a", "b"), ["yes"] = true, ["none"] = null };

        EnvelopeReader.Read(click).ShouldBeOfType<Arrival.Clicked>().Click.Form
            .ShouldBe(new Dictionary<string, string> { ["reason"] = "because", ["pick"] = "a,b", ["yes"] = "true", ["none"] = "" }, ignoreOrder: true);
    }

    [Theory]
    [InlineData(1608725989L)]
    [InlineData(1608725989000L)]
    [InlineData(1608725989000000L)]
    public void Moments_are_read_by_their_length(long number) => LarkTime.Read(number).ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1608725989));

    /// <summary>Duplicate names and halves of characters are found only where they are read.</summary>
    [Theory]
    [InlineData("""{"schema":"2.0","schema":"2.0"}""")]
    [InlineData("""{"schema":"\ud800"}""")]
    [InlineData("""{"a":{"b":["\udc00"]}}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void What_is_no_object_or_no_Unicode_is_no_JSON_to_us(string body) => LarkJson.Object(body).ShouldBeNull();

    [Fact]
    public void Whatever_happens_to_the_bytes_of_an_event_nothing_is_thrown()
    {
        var bytes = Encoding.UTF8.GetBytes(Message);
        var changes = ArbMap.Default.ArbFor<(byte At, byte Also, byte Value, byte Other)>();

        Prop.ForAll(changes, change =>
        {
            var changed = (byte[])bytes.Clone();
            changed[(change.At * 5) % changed.Length] = change.Value;
            changed[(change.Also * 7) % changed.Length] = change.Other;
            if (LarkJson.Object(changed) is { } envelope)
                EnvelopeReader.Read(envelope).ShouldNotBeNull();
        }).QuickCheckThrowOnFailure();
    }

    private static Arrival Read(string envelope) => EnvelopeReader.Read(LarkJson.Object(envelope)!);
}
