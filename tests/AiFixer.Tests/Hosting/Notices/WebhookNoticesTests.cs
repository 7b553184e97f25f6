using System.Text;
using AiFixer.Core;
using AiFixer.Core.Notices;
using AiFixer.Hosting.Notices;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Healing;
using AiFixer.Tests.Gateway;

namespace AiFixer.Tests.Hosting.Notices;

public sealed class WebhookNoticesTests : IDisposable
{
    private static readonly Notice Some = new("n1", Samples.Id, Severity.P2, "title", "message");
    private readonly ManualTime time = new();
    private readonly NoticeReceiver receiver = new();
    private readonly WebhookNotices notices;

    public WebhookNoticesTests() => notices = new(new() { Url = receiver.Url }, time);

    public void Dispose()
    {
        notices.Dispose();
        receiver.Dispose();
    }

    [Fact]
    public async Task Whoever_took_it_took_it_however_much_they_say()
    {
        receiver.Answer = new byte[2 * 1024 * 1024];

        (await SendAsync()).Delivered.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_took_it_took_it_even_when_they_never_finish_what_they_say()
    {
        (receiver.Stalls, receiver.Answer) = (true, [1]);

        (await SendAsync()).Delivered.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_long_refusal_the_beginning_is_told()
    {
        receiver.Status = 400;
        receiver.Answer = Encoding.UTF8.GetBytes("no such room " + new string('x', 2 * 1024 * 1024));

        var result = await SendAsync();

        (result.Delivered, result.Retryable).ShouldBe((false, false));
        result.Details.ShouldContain("refused it (400): no such room");
        result.Details.Length.ShouldBeLessThan(500);
    }

    private Task<NoticeResult> SendAsync() => notices.SendAsync(Some, TestContext.Current.CancellationToken);
}
