using System.Globalization;
using AiFixer.Core.Documents;
using AiFixer.Gateway.Incidents;

namespace AiFixer.Gateway.SettingsApi;

/// <summary>A setting's ETag is its version.</summary>
internal static class SettingTags
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The versions that the request's headers allow; null when any will do.</summary>
    public static IReadOnlyCollection<long>? Expected(HttpRequest request) =>
        request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Tag == "*") ? [DocumentEdit.Absent] : EntityTag.Wanted(request);
}
