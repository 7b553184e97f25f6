namespace AiFixer.Gateway.SettingsApi;

/// <summary>Settings by key.</summary>
/// <param name="Next">What to ask for as "after" for those that follow; left out when there are none.</param>
internal sealed record SettingList(IReadOnlyList<SettingView> Items, string? Next);
