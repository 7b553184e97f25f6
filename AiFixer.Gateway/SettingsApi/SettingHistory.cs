namespace AiFixer.Gateway.SettingsApi;

/// <summary>Changes of one setting, newest first.</summary>
/// <param name="Next">What to ask for as "before" for older ones; left out when there are none.</param>
internal sealed record SettingHistory(IReadOnlyList<SettingChange> Items, long? Next);
