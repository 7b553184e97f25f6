using AiFixer.Core;
using AiFixer.Core.Notices;
using AiFixer.Core.Ports;
using AiFixer.Hosting.Notices;
using AiFixer.Tests.Gateway;

namespace AiFixer.Tests.Hosting.Notices;

public sealed class AllNoticesTests
{
    private static readonly Notice Some = new("n1", Samples.Id, Severity.P2, "title", "message");

    [Fact]
    public async Task Nobody_to_tell_is_said()
    {
        using var all = new AllNotices([]);

        (await SendAsync(all)).Delivered.ShouldBeFalse();
    }

    [Fact]
    public async Task Told_is_what_all_have_and_those_who_have_it_are_left_alone()
    {
        var (first, second) = (new Told(), new Told { Result = new(false, "away", Retryable: true) });
        using var all = new AllNotices([first, second]);

        var once = await SendAsync(all);
        second.Result = new(true, "took it");
        var again = await SendAsync(all);

        (once.Delivered, once.Retryable, once.Details).ShouldBe((false, true, "took it; away"));
        again.Delivered.ShouldBeTrue();
        (first.Count, second.Count).ShouldBe((1, 2));
    }

    [Fact]
    public async Task What_one_will_never_take_is_not_tried_for_ever()
    {
        using var all = new AllNotices([new Told { Result = new(false, "wrong address") }, new Told { Result = new(false, "away", Retryable: true) }]);

        (await SendAsync(all)).Retryable.ShouldBeFalse();
    }

    private static Task<NoticeResult> SendAsync(AllNotices all) => all.SendAsync(Some, TestContext.Current.CancellationToken);

    private sealed class Told : INotices
    {
        public NoticeResult Result { get; set; } = new(true, "took it");

        public int Count { get; private set; }

        public Task<NoticeResult> SendAsync(Notice notice, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult(Result);
        }
    }
}
