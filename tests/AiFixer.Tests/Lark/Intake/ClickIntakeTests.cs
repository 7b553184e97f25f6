using AiFixer.Lark;
using AiFixer.Lark.Events;
using AiFixer.Lark.Intake;
using AiFixer.Lark.Wire;
using AiFixer.Tests.Lark.Support;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Lark.Intake;

/// <summary>The platform waits for three seconds: what is said by then is true, whatever is known by then.</summary>
public sealed class ClickIntakeTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);
    private readonly ManualTime _time = new(Now);
    private readonly TakenEvents _events = new();

    [Theory]
    [InlineData(ClickStage.Looked, "not known yet")]
    [InlineData(ClickStage.Begun, "not known yet")]
    [InlineData(ClickStage.Kept, "is kept")]
    public async Task A_click_that_takes_too_long_is_answered_what_is_known(ClickStage stage, string said)
    {
        var decided = new TaskCompletionSource<ClickAnswer>();
        (_events.Stage, _events.OnClick) = (stage, (_, _) => decided.Task);

        var answering = AnswerAsync(Click());
        _time.Advance(TimeSpan.FromSeconds(3));

        (await answering).ShouldContain(said);
        decided.SetResult(new(ToastKind.Success, "Approved"));
    }

    [Theory]
    [InlineData(ClickStage.Looked, "Not done")]
    [InlineData(ClickStage.Begun, "not known yet")]
    [InlineData(ClickStage.Kept, "is kept")]
    public async Task A_click_that_fails_is_answered_what_is_known(ClickStage stage, string said)
    {
        (_events.Stage, _events.OnClick) = (stage, (_, _) => throw new InvalidOperationException("broken"));

        (await AnswerAsync(Click())).ShouldContain(said);
    }

    [Fact]
    public async Task A_click_that_was_held_up_for_long_changes_nothing()
    {
        (await AnswerAsync(Click() with { At = Now - TimeSpan.FromMinutes(11) })).ShouldContain("took too long");
        _events.Clicks.ShouldBeEmpty();

        (await AnswerAsync(Click() with { At = Now - TimeSpan.FromMinutes(9) })).ShouldContain("Approved");
        (await AnswerAsync(Click())).ShouldContain("Approved");
    }

    private async Task<string> AnswerAsync(LarkClick click)
    {
        var response = await new LarkIntake(_events, _time, NullLogger<LarkIntake>.Instance).TakeAsync(new Arrival.Clicked(click, IsOfOld: false), CancellationToken.None);
        response.Status.ShouldBe(200);
        return response.Body.Said("toast", "content") ?? "";
    }

    private static LarkClick Click() => new("e-1", new("ou_1"), "om_1", "oc_1", [], new Dictionary<string, string>(), "c-1");
}
