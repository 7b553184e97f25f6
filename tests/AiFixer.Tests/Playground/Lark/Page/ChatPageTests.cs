using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AiFixer.Playground.Lark;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Tests.Playground.Lark.Page;

public sealed class ChatPageTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    private PracticeLark _lark = null!;
    private HttpClient _client = null!;

    private RoomChat Chat => _lark.Room.Chats[0];

    private RoomPerson Alice => _lark.Room.People.Single(person => person.Name == "Alice");

    public async ValueTask InitializeAsync()
    {
        _lark = await PracticeLark.StartAsync(cancellationToken: Cancel);
        _client = new() { BaseAddress = _lark.Url };
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _lark.DisposeAsync();
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/chat.css", "text/css")]
    [InlineData("/chat/chat.js", "text/javascript")]
    [InlineData("/chat/card.js", "text/javascript")]
    [InlineData("/chat/form.js", "text/javascript")]
    [InlineData("/chat/markdown.js", "text/javascript")]
    [InlineData("/chat/dom.js", "text/javascript")]
    [InlineData("/chat/words.js", "text/javascript")]
    public async Task Its_files_are_there_and_may_load_nothing_else(string path, string type)
    {
        using var answer = await _client.GetAsync(path, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe(type);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; script-src 'self'");
    }

    [Fact]
    public async Task What_somebody_writes_is_in_the_room_and_seen_by_who_waits_for_it()
    {
        var version = (await StateAsync())["version"]!.GetValue<long>();
        var waiting = _client.GetFromJsonAsync<JsonObject>($"/chat/state?since={version}", Cancel);

        (await PostAsync("/chat/write", new() { ["by"] = Alice.OpenId, ["chat"] = Chat.Id, ["text"] = "hello" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await waiting)!["messages"]![0]!["text"]!.GetValue<string>().ShouldBe("hello");
        _lark.Room.Messages.ShouldHaveSingleItem().SenderId.ShouldBe(Alice.OpenId);
    }

    [Fact]
    public async Task A_reaction_is_seen_with_who_made_it()
    {
        var message = _lark.Room.Write(Chat, Alice, "hello");

        await PostAsync("/chat/react", new() { ["by"] = Alice.OpenId, ["message"] = message.Id, ["emoji"] = "DONE" });

        (await StateAsync())["messages"]![0]!["reactions"]![0]!.ToJsonString().ShouldBe("""{"emoji":"DONE","name":"Alice"}""");
    }

    [Theory]
    [InlineData("/chat/write", """{"by":"ou_nobody","chat":"oc","text":"x"}""")]
    [InlineData("/chat/write", """{"chat":"oc","text":"x"}""")]
    [InlineData("/chat/click", """{"by":7}""")]
    [InlineData("/chat/other", "{}")]
    [InlineData("/chat/write", "[]")]
    [InlineData("/chat/write", "{")]
    public async Task What_nobody_can_do_is_refused(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(path, content, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        _lark.Room.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://evil.example", "application/json")]
    [InlineData(null, "text/plain")]
    public async Task No_other_page_may_write_here(string? origin, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/write");
        request.Content = new StringContent($$"""{"by":"{{Alice.OpenId}}","chat":"{{Chat.Id}}","text":"x"}""", System.Text.Encoding.UTF8, type);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var answer = await _client.SendAsync(request, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        _lark.Room.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_part_of_it_is_the_platforms()
    {
        using var answer = await _client.GetAsync("/open-apis/bot/v3/info", Cancel);

        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("99991661");
    }

    private async Task<JsonObject> StateAsync() => (await _client.GetFromJsonAsync<JsonObject>("/chat/state", Cancel))!;

    private Task<HttpResponseMessage> PostAsync(string path, JsonObject body) => _client.PostAsJsonAsync(path, body, Cancel);
}
