using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;

namespace AiFixer.Lark.Talk;

/// <summary>Who somebody in Lark is to us, and what they may do. Whoever nobody named may only look.</summary>
internal sealed class Members(RoomOptions options)
{
    private const int LongestName = 100;

    /// <summary>The name of an API key is enough; with a colon it is an identity as the journal shows it.</summary>
    private static string Elsewhere(string id) => id.Contains(':', StringComparison.Ordinal) ? id : $"key:{id}";

    /// <summary>Null when the platform did not say who it is.</summary>
    public Person? Of(LarkPerson? who, string chat)
    {
        if (who is not { OpenId.Length: > 0 })
            return null;
        var member = options.People.GetValueOrDefault(who.OpenId);
        var here = options.Chats.GetValueOrDefault(chat)?.Role ?? PersonRole.Viewer;
        // Who is named has that role and no other; a chat speaks for those of our own company alone.
        var role = member?.Role ?? (who.IsGuest ? PersonRole.Viewer : here);
        return new(member?.Id is { } id ? Elsewhere(id) : $"lark:{who.OpenId}", member?.Name ?? TextCleaner.Line(who.Name ?? who.OpenId, LongestName), role);
    }
}
