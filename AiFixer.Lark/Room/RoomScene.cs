using AiFixer.Core;
using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Room;

/// <summary>Where something is told.</summary>
/// <param name="Pages">Where people find the pages; null when nobody said.</param>
internal sealed record RoomScene(Words Words, Uri? Pages)
{
    public Uri? PageOf(IncidentId id) => Pages is null ? null : new(Pages, $"incidents/{id}");
}
