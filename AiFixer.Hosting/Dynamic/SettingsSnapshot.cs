using System.Collections.Frozen;
using AiFixer.Core.Documents;
using AiFixer.Core.Settings;

namespace AiFixer.Hosting.Dynamic;

/// <summary>All settings as they were at one revision.</summary>
internal sealed record SettingsSnapshot(long Revision, FrozenDictionary<string, Setting> Settings)
{
    /// <summary>Nothing was read yet.</summary>
    public static SettingsSnapshot Unknown { get; } = new(-1, FrozenDictionary<string, Setting>.Empty);

    public bool IsKnown => Revision >= 0;

    public static SettingsSnapshot Of(DocumentList list) =>
        new(list.Revision, list.Items.ToFrozenDictionary(document => document.Name, SettingDocuments.Read, StringComparer.Ordinal));
}
