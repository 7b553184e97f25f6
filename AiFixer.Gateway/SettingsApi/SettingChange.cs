using AiFixer.Core.Documents;

namespace AiFixer.Gateway.SettingsApi;

/// <summary>One change of a setting.</summary>
/// <param name="Value">What it was set to; left out when it was deleted.</param>
internal sealed record SettingChange(long Version, string? Value, bool Deleted, SettingAuthor By, DateTimeOffset At, string Reason)
{
    public static SettingChange Of(DocumentChange change) =>
        new(change.Version, change.Body, change.Body is null, SettingAuthor.Of(change.By), change.At, change.Note);
}
