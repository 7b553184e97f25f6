using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace AiFixer.Gateway.Incidents;

/// <summary>An incident's ETag: its version and how often its alert was repeated.</summary>
internal static class EntityTag
{
    public static string Of(long version, long repeats) => string.Create(CultureInfo.InvariantCulture, $"\"{version}.{repeats}\"");

    /// <summary>Whether a list of tags, such as If-None-Match has, names this one.</summary>
    public static bool Names(IList<EntityTagHeaderValue> tags, string tag) =>
        tags.Any(one => one.Tag == "*" || one.Tag == tag);
}
