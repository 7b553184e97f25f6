using AiFixer.Core.Incidents;
using AiFixer.Lark.Room;
using AiFixer.Lark.Texts;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Lark.Room;

/// <summary>What the room shows of a story.</summary>
internal static class Scenes
{
    public static RoomScene English { get; } = new(Words.English, new("https://fix.example/"));

    public static IReadOnlyList<RoomMessage> Show(Incident incident, RoomHistory? past = null, Words? words = null) =>
        RoomView.Of(incident, past ?? RoomHistory.None, RoomFacts.None, English with { Words = words ?? Words.English });

    public static IReadOnlyList<RoomMessage> Show(Story story) => Show(story.State, RoomHistory.Of(story.Entries));

    public static RoomMessage Part(this IReadOnlyList<RoomMessage> messages, string part) => messages.Single(message => message.Part == part);
}
