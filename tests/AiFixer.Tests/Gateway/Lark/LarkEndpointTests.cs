using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Gateway.Lark;
using AiFixer.Playground.Lark.Push;
using AiFixer.Playground.Lark.Room;
using AiFixer.Tests.Lark.Support;

namespace AiFixer.Tests.Gateway.Lark;

public sealed class LarkEndpointTests
{
    [Fact]
    public async Task The_platform_takes_the_address_and_what_is_written_arrives()
    {
        await using var gateway = await LarkGateway.StartAsync();
        (await gateway.Lark.ChallengeAsync(LarkBench.Stop)).ShouldBeTrue();

        var written = Write(gateway, "the site is down");

        await UntilAsync(() => !gateway.Events.Messages.IsEmpty);
        gateway.Events.Messages.ShouldHaveSingleItem().Id.ShouldBe(written.Id);
    }

    [Fact]
    public async Task It_works_without_a_key_too()
    {
        await using var gateway = await LarkGateway.StartAsync(new() { EncryptKey = "" });
        (await gateway.Lark.ChallengeAsync(LarkBench.Stop)).ShouldBeTrue();

        Write(gateway, "plain");

        await UntilAsync(() => !gateway.Events.Messages.IsEmpty);
    }

    [Fact]
    public async Task A_click_is_answered_with_its_toast()
    {
        await using var gateway = await LarkGateway.StartAsync();
        var message = Write(gateway, "card");

        var outcome = await gateway.Lark.Room.ClickAsync(message.Id, Alice(gateway), new() { ["op"] = "approve" }, null, "", LarkBench.Stop);

        (outcome.Code, outcome.Kind, outcome.Text).ShouldBe((0, "success", "Approved"));
    }

    [Fact]
    public async Task What_is_sent_again_arrives_with_the_same_ids()
    {
        await using var gateway = await LarkGateway.StartAsync();
        Write(gateway, "twice");
        await UntilAsync(() => gateway.Lark.Deliveries.Count == 1);

        (await gateway.Lark.SendAgainAsync(gateway.Lark.Deliveries[0].EventId, LarkBench.Stop)).ShouldBeTrue();

        gateway.Events.Messages.Count.ShouldBe(2);
        gateway.Events.Messages.Select(one => one.Id).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""{"schema":"2.0","header":{},"event":{}}""", HttpStatusCode.Unauthorized)]
    [InlineData("""{"open_id":"ou_1","action":{"value":{"op":"approve"}}}""", HttpStatusCode.Unauthorized)]
    [InlineData("""{"encrypt":"AAAA"}""", HttpStatusCode.Unauthorized)]
    [InlineData("""{"type":"url_verification","challenge":"x","token":""}""", HttpStatusCode.Unauthorized)]
    public async Task A_stranger_is_answered_and_changes_nothing(string body, HttpStatusCode status)
    {
        await using var gateway = await LarkGateway.StartAsync();

        (await PostAsync(gateway, body)).ShouldBe(status);
        (await PostAsync(gateway, body, LarkEndpoints.Cards)).ShouldBe(status);

        gateway.Events.Messages.ShouldBeEmpty();
        gateway.Events.Clicks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var gateway = await LarkGateway.StartAsync();

        (await PostAsync(gateway, new string(' ', 10 * 1024 * 1024))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task There_is_no_such_address_unless_the_webhook_is_wanted()
    {
        await using var gateway = await LarkGateway.StartAsync(null, ("Lark:Mode", "Off"));

        (await PostAsync(gateway, "{}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_could_not_be_taken_is_told_so_that_it_comes_again()
    {
        await using var gateway = await LarkGateway.StartAsync();
        gateway.Events.OnMessage = (_, _) => throw new InvalidOperationException("the store is away");

        Write(gateway, "lost?");

        await UntilAsync(() => gateway.Lark.Deliveries.Count == 1);
        gateway.Lark.Deliveries[0].Problem.ShouldBe(PushAnswer.NotOk);
    }

    private static RoomPerson Alice(LarkGateway gateway) => gateway.Lark.Room.People.First(one => one.Name == "Alice");

    private static RoomMessage Write(LarkGateway gateway, string text) =>
        gateway.Lark.Room.Write(gateway.Lark.Room.Chats[0], Alice(gateway), text);

    private static Task UntilAsync(Func<bool> question) => AiFixer.TestSupport.Eventually.TrueAsync(question, "it came", cancellation: LarkBench.Stop);

    private static async Task<HttpStatusCode> PostAsync(LarkGateway gateway, string body, string path = LarkEndpoints.Events)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(gateway.Url, path), content, LarkBench.Stop);
        var said = await answer.Content.ReadAsStringAsync(LarkBench.Stop);
        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
            JsonNode.Parse(said)!["msg"]!.GetValue<string>().ShouldNotBeEmpty();
        return answer.StatusCode;
    }
}
