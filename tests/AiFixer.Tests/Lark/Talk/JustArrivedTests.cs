using AiFixer.Lark.Events;
using AiFixer.Lark.Room;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Lark.Room;
using AiFixer.TestSupport;
using static AiFixer.Tests.Lark.Talk.TalkUnderTest;

namespace AiFixer.Tests.Lark.Talk;

/// <summary>People are faster than we are at times: a card is clicked while somebody writes down that it arrived.</summary>
public sealed class JustArrivedTests(SharedPostgres postgres)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_can_be_clicked_while_its_arrival_is_written_down(bool isBeforeTheList)
    {
        await using var talk = await NewAsync(postgres);
        talk.Room.Lark.Faults.Enqueue(Fault.None);
        talk.Room.Lark.Faults.Enqueue(Fault.Lost);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var card = talk.Room.Lark.Messages[1];
        talk.Room.Posted.Meanwhile = isBeforeTheList ? (() => ArrivedAsync(talk, card.Id), null) : (null, () => ArrivedAsync(talk, card.Id));

        var answer = await talk.ClickAsync(Anna, card.Id, Chat, Value("diagnosis/1", "approve"));

        (answer.Kind, answer.Text).ShouldBe((ToastKind.Success, "Approved."));
        talk.Room.Posted.Meanwhile.ShouldBe((null, null));
    }

    [Fact]
    public async Task Another_that_arrived_meanwhile_has_its_place()
    {
        await using var talk = await NewAsync(postgres);
        talk.Room.Lark.Faults.Enqueue(Fault.None);
        talk.Room.Lark.Faults.Enqueue(Fault.Lost);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var version = await talk.VersionAsync();
        talk.Room.Posted.Meanwhile = (null, () => ArrivedAsync(talk, "om_later"));

        var answer = await talk.ClickAsync(Anna, talk.Room.Lark.Messages[1].Id, Chat, Value("diagnosis/1", "approve"));

        answer.Text.ShouldContain("newer card");
        (await talk.VersionAsync()).ShouldBe(version);
    }

    private static async Task ArrivedAsync(TalkUnderTest talk, string message)
    {
        var store = talk.Room.Store.Posted;
        var row = (await store.ListAsync(RoomKeys.Channel, Given.Id, CancellationToken.None)).Single(posted => posted.Part == "diagnosis/1");
        (await store.SaveAsync(RoomKeys.Channel, row with { MessageId = message }, CancellationToken.None)).ShouldNotBeNull();
    }
}
