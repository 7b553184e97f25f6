using AiFixer.Core.Documents;
using AiFixer.Gateway.SettingsApi;

namespace AiFixer.Gateway.Playbooks;

/// <summary>One change of a playbook.</summary>
/// <param name="Yaml">What it said from then on; left out when it was deleted.</param>
internal sealed record PlaybookChange(long Version, string? Yaml, bool Deleted, SettingAuthor By, DateTimeOffset At, string Reason)
{
    public static PlaybookChange Of(DocumentChange change) =>
        new(change.Version, change.Body, change.Body is null, SettingAuthor.Of(change.By), change.At, change.Note);
}
