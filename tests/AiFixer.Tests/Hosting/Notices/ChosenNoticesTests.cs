using AiFixer.Core;
using AiFixer.Core.Notices;
using AiFixer.Core.Ports;
using AiFixer.Hosting.Notices;
using AiFixer.Tests.Gateway;

namespace AiFixer.Tests.Hosting.Notices;

public sealed class ChosenNoticesTests
{
    private static readonly Notice Some = new("n1", Samples.Id, Severity.P2, "title", "message");

    [Theory]
    [InlineData(Severity.P1, null, "", false)]
    [InlineData(Severity.P2, null, "", true)]
    [InlineData(Severity.P3, null, "", true)]
    [InlineData(Severity.P3, "DB", "DB,INFRA", true)]
    [InlineData(Severity.P3, "db", "DB", true)]
    [InlineData(Severity.P3, "BE", "DB,INFRA", false)]
    [InlineData(Severity.P3, "BE,DB", "DB,INFRA", true)]
    [InlineData(Severity.P3, null, "DB", true)]
    public async Task Receivers_hear_of_the_trouble_they_chose_and_of_what_is_nobodys(Severity least, string? whose, string teams, bool hears)
    {
        var receiver = new Receiver();
        using var chosen = new ChosenNotices("the room", new(least, teams.Split(',', StringSplitOptions.RemoveEmptyEntries)), receiver);

        var result = await chosen.SendAsync(Some with { Teams = whose?.Split(',') ?? [] }, TestContext.Current.CancellationToken);

        (result.Wanted, result.Delivered, receiver.Heard).ShouldBe((hears, hears, hears ? 1 : 0));
    }

    [Fact]
    public async Task Who_does_not_want_it_does_not_keep_it_from_being_told()
    {
        var receiver = new Receiver();
        using var all = new AllNotices([new ChosenNotices("the quiet room", new(Severity.P0, []), new Receiver()), receiver]);

        var result = await all.SendAsync(Some, TestContext.Current.CancellationToken);

        (result.Delivered, receiver.Heard).ShouldBe((true, 1));
        result.Details.ShouldBe("the quiet room is told of P0 and worse only; heard");
    }

    [Fact]
    public async Task What_nobody_wants_to_hear_was_not_told()
    {
        using var all = new AllNotices([new ChosenNotices("the quiet room", new(Severity.P0, []), new Receiver())]);

        var result = await all.SendAsync(Some, TestContext.Current.CancellationToken);

        (result.Delivered, result.Retryable).ShouldBe((false, false));
        result.Details.ShouldBe("nobody is told of this: the quiet room is told of P0 and worse only");
    }

    private sealed class Receiver : INotices
    {
        public int Heard { get; private set; }

        public Task<NoticeResult> SendAsync(Notice notice, CancellationToken cancellationToken)
        {
            Heard++;
            return Task.FromResult(new NoticeResult(true, "heard"));
        }
    }
}
