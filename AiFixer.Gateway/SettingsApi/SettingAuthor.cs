using AiFixer.Core.Documents;

namespace AiFixer.Gateway.SettingsApi;

/// <summary>Who changed a setting.</summary>
/// <param name="Id">How the gateway knew them.</param>
internal sealed record SettingAuthor(string Id, string Name)
{
    public static SettingAuthor Of(DocumentAuthor author) => new(author.Id, author.Name);
}
