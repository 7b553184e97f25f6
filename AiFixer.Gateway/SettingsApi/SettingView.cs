using AiFixer.Core.Documents;

namespace AiFixer.Gateway.SettingsApi;

/// <summary>A setting as it is now.</summary>
/// <param name="Version">How often it was changed.</param>
/// <param name="By">Who set it.</param>
/// <param name="Reason">Why; empty when nobody said.</param>
internal sealed record SettingView(string Key, string Value, long Version, SettingAuthor By, DateTimeOffset At, string Reason)
{
    public static SettingView Of(Document document) =>
        new(document.Name, document.Body, document.Version, SettingAuthor.Of(document.By), document.At, document.Note);
}
