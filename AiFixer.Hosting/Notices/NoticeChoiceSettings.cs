using AiFixer.Core.Notices;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Notices;

/// <summary>Reads <c>LeastSeverity</c> and <c>Teams</c> of a receiver's section.</summary>
internal static class NoticeChoiceSettings
{
    public static NoticeChoice Read(SettingsReader settings) => new(
        settings.Choice(nameof(NoticeChoice.LeastSeverity), NoticeChoice.Everything.LeastSeverity),
        settings.List(nameof(NoticeChoice.Teams)));
}
