using AiFixer.Core.Documents;
using AiFixer.Gateway.SettingsApi;

namespace AiFixer.Gateway.Playbooks;

/// <summary>The rules by which errors get their class.</summary>
internal sealed record ClassesView(long Version, string Yaml, SettingAuthor By, DateTimeOffset At, string Reason)
{
    public static ClassesView Of(Document document) =>
        new(document.Version, document.Body, SettingAuthor.Of(document.By), document.At, document.Note);
}
