using AiFixer.Core.Documents;

namespace AiFixer.Core.Settings;

/// <summary>One value that was set, by whom, when and why.</summary>
/// <param name="Version">The version of the document that holds it; 0 when it is not a document but comes from the configuration.</param>
/// <param name="Reason">Empty when nobody said.</param>
public sealed record Setting(string Key, string Value, long Version, DocumentAuthor By, DateTimeOffset At, string Reason);
