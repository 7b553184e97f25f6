using System.Text;
using System.Text.Json;
using AiFixer.Core;
using AiFixer.Core.Notices;
using AiFixer.Hosting.Notices.Telegram;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Healing;
using AiFixer.Tests.Gateway;

namespace AiFixer.Tests.Hosting.Notices;

/// <summary>Against a server that answers as the Bot API documents.</summary>
public sealed class TelegramNoticesTests : IDisposable
{
    private const string Token = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";
    private static readonly Notice Some = new("n1", Samples.Id, Severity.P1, "checkout is slow", "tell @everybody\n*now*");
    private readonly NoticeReceiver receiver = new();

    public void Dispose() => receiver.Dispose();

    [Fact]
    public async Task A_notice_arrives_as_plain_text_that_names_nobody()
    {
        var result = await SendAsync("""{"ok":true,"result":{"message_id":7}}""", 200, options => options with { Topic = 4 });

        result.Delivered.ShouldBeTrue(result.Details);
        receiver.Paths.ShouldHaveSingleItem().ShouldBe($"/notices/bot{Token}/sendMessage");
        var sent = JsonSerializer.Deserialize<JsonElement>(receiver.Taken.ShouldHaveSingleItem());
        sent.GetProperty("chat_id").GetInt64().ShouldBe(-1001234567890);
        sent.GetProperty("message_thread_id").GetInt32().ShouldBe(4);
        sent.GetProperty("link_preview_options").GetProperty("is_disabled").GetBoolean().ShouldBeTrue("nobody fetches what a log line names");
        sent.TryGetProperty("parse_mode", out _).ShouldBeFalse();
        sent.GetProperty("text").GetString().ShouldBe($"P1 checkout is slow\ntell @\u2060everybody\n*now*\n{Samples.Id.Value}");
    }

    [Fact]
    public async Task A_channel_is_named_and_the_longest_notice_fits_into_one_message()
    {
        var result = await SendAsync("""{"ok":true}""", 200, options => options with { Chat = "@aifixer_news" }, Some with { Title = new('t', 5_000), Message = new('m', 50_000) });

        result.Delivered.ShouldBeTrue(result.Details);
        var sent = JsonSerializer.Deserialize<JsonElement>(receiver.Taken.ShouldHaveSingleItem());
        sent.GetProperty("chat_id").GetString().ShouldBe("@aifixer_news");
        sent.GetProperty("text").GetString()!.Length.ShouldBeInRange(3_500, 4_096);
    }

    [Theory]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}""", false, "refused it (400): Bad Request: chat not found")]
    [InlineData(401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""", false, "refused it (401): Unauthorized")]
    [InlineData(403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was kicked from the group chat"}""", false, "bot was kicked")]
    [InlineData(429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 34","parameters":{"retry_after":34}}""", true, "retry after 34")]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1009876543210}}""", false, "(the chat is -1009876543210 now: Notifiers:Telegram:Chat)")]
    [InlineData(502, "<html>Bad Gateway</html>", true, "answered 502, and not as Telegram does")]
    [InlineData(404, "Not Found", false, "answered 404, and not as Telegram does")]
    [InlineData(200, "<html>Sign in to the guest network</html>", true, "answered 200, and not as Telegram does")]
    [InlineData(200, """{"ok":"true"}""", true, "not as Telegram does")]
    [InlineData(200, """{"ok":false}""", false, "refused it (200)")]
    [InlineData(400, """{"ok":false,"description":"\ud83d"}""", false, "answered 400, and not as Telegram does")]
    [InlineData(200, "[]", true, "not as Telegram does")]
    [InlineData(200, "", true, "not as Telegram does")]
    public async Task What_was_not_told_is_never_called_told(int status, string answer, bool retryable, string said)
    {
        var result = await SendAsync(answer, status);

        (result.Delivered, result.Retryable).ShouldBe((false, retryable));
        result.Details.ShouldContain(said);
        result.Details.ShouldNotContain(Token);
    }

    [Fact]
    public async Task Nobody_there_is_told_again_later()
    {
        var result = await SendAsync("", 200, options => options with { Url = new("http://127.0.0.1:1/") });

        (result.Delivered, result.Retryable).ShouldBe((false, true));
        result.Details.ShouldNotContain(Token);
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_not_waited_for()
    {
        receiver.Stalls = true;

        var result = await SendAsync("{", 200, options => options with { Timeout = TimeSpan.FromMilliseconds(300) }, time: TimeProvider.System);

        (result.Delivered, result.Retryable).ShouldBe((false, true));
        result.Details.ShouldContain("the chat may have it");
    }

    private async Task<NoticeResult> SendAsync(string answer, int status, Func<TelegramOptions, TelegramOptions>? change = null, Notice? notice = null, TimeProvider? time = null)
    {
        (receiver.Status, receiver.Answer) = (status, Encoding.UTF8.GetBytes(answer));
        var options = new TelegramOptions { Token = Token, Chat = "-1001234567890", Url = receiver.Url };
        using var notices = new TelegramNotices(change?.Invoke(options) ?? options, time ?? new ManualTime());
        return await notices.SendAsync(notice ?? Some, TestContext.Current.CancellationToken);
    }
}
