using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;

namespace AiFixer.Lark.Room;

/// <summary>In which chats an incident is told.</summary>
internal sealed class RoomPlace(RoomOptions options)
{
    /// <summary>Where it is talked about; null for nowhere. What follows another is told with that one.</summary>
    public string? Of(Incident incident, ChatAlert? origin, IReadOnlyList<PostedMessage> there)
    {
        if (there.FirstOrDefault(message => message.Part is not (ReactionPost.Part or ChatAlert.Part or RoomView.Copy)) is { } first)
            return first.Place;
        if (incident.Group is not null)
            return null;
        return origin?.ChatId ?? (incident.Severity <= options.LeastSeverity ? options.Chat : null);
    }

    /// <summary>Where else it is told that there is one; null for nowhere. What was told once is kept true.</summary>
    public string? OfCopy(Incident incident, ChatAlert? origin, IReadOnlyList<PostedMessage> there)
    {
        if (there.FirstOrDefault(message => message.Part == RoomView.Copy) is { } before)
            return before.Place;
        return origin is not null && incident.Group is null && incident.Severity <= Severity.P1 && options.Chat != origin.ChatId ? options.Chat : null;
    }
}
