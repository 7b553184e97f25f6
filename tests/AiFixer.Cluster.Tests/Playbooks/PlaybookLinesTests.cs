using AiFixer.Core;
using AiFixer.Grains.Claims;
using AiFixer.Grains.Playbooks;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Playbooks;

public sealed class PlaybookLinesTests
{
    private static readonly ClaimOrderOptions Options = new();
    private readonly ManualTime time = new();
    private readonly PlaybookLines lines;

    public PlaybookLinesTests() => lines = new(new(Options, time), time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_very_many_targets_those_are_let_go_of_which_nothing_is_known()
    {
        for (var target = 0; target < 3 * PlaybookLines.Many; target++)
        {
            await TakeAsync($"{target}", target < 5 ? TimeSpan.FromHours(1) : TimeSpan.FromSeconds(1));
            time.Advance(TimeSpan.FromSeconds(0.1));
        }

        lines.Count.ShouldBeLessThan(PlaybookLines.Many + 1);
    }

    [Fact]
    public async Task Those_in_use_are_kept()
    {
        for (var target = 0; target < PlaybookLines.Many; target++)
            await TakeAsync($"{target}", TimeSpan.FromHours(1));
        var (first, waiting) = (lines.Of("0"), lines.Of("under way"));
        (await waiting.EnterAsync(new(Id("a"), 0), Stop)).ShouldBeOfType<ClaimTurn.Go>();

        for (var target = 0; target < 2 * PlaybookLines.Many; target++)
            lines.Of($"more {target}");

        lines.Of("0").ShouldBeSameAs(first);
        lines.Of("under way").ShouldBeSameAs(waiting);
        lines.Count.ShouldBeLessThan(3 * PlaybookLines.Many);
    }

    [Fact]
    public void News_of_a_line_that_is_not_there_begins_none()
    {
        lines.Find("web").ShouldBeNull();
        lines.Count.ShouldBe(0);
    }

    private static IncidentId Id(string name) => new($"INC-{name}");

    private async Task TakeAsync(string target, TimeSpan heldFor)
    {
        var line = lines.Of(target);
        var turn = (await line.EnterAsync(new(Id(target), 0), Stop)).ShouldBeOfType<ClaimTurn.Go>();
        line.Leave(new ClaimNews.Taken(turn.Ticket!.Value, new(Id(target), 0), heldFor));
    }
}
