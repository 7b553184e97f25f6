using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Engine.Running;
using AiFixer.Lark.Events;
using AiFixer.Playground.Lark.Room;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Storage;
using AiFixer.TestSupport;
using static AiFixer.Tests.Lark.Talk.TalkUnderTest;

namespace AiFixer.Tests.Lark.Talk;

public sealed class ManyClicksTests(SharedPostgres postgres)
{
    private const int Incidents = 200;
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task Of_very_many_clicks_at_once_each_is_answered_and_none_is_lost(string provider)
    {
        await using var talk = await NewAsync(postgres, provider);
        var ids = Enumerable.Range(100, Incidents).Select(number => IncidentId.Create(Given.Start, number)).ToList();
        foreach (var id in ids)
            await OpenAsync(talk, id);
        await talk.Room.LookAsync();
        var asked = talk.Room.Lark.Messages.Where(message => RoomButton.Of(message.Content).Count > 0).ToList();

        var answers = await Task.WhenAll(asked.Select(message =>
            Task.Run(() => talk.ClickAsync(Anna, message.Id, message.Chat, RoomButton.Of(message.Content)[0].Value))));

        answers.Count(answer => answer.Kind == ToastKind.Success).ShouldBe(Incidents);
        foreach (var id in ids)
            (await talk.Room.Store.Journal.LoadAsync(id, None))!.Row.Status.ShouldBe(IncidentStatus.Proposing);
    }

    private static async Task OpenAsync(TalkUnderTest talk, IncidentId id)
    {
        var story = Stories.AskedAboutDiagnosis();
        var state = story.State with { Id = id };
        var entry = new JournalEntry(Given.Start, "sender", "alert", [.. story.Events]);
        (await talk.Room.Store.Journal.AppendAsync(
            new() { Incident = id, ExpectedVersion = 0, PreviousDigest = "", Entry = IncidentJson.Write(entry), Snapshot = IncidentJson.Write(state), Row = Projection.Of(state) },
            None)).ShouldBeOfType<AppendVerdict.Stored>();
    }
}
