using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace AiFixer.Gateway.Incidents;

/// <summary>An incident's ETag: its version, how often its alert was repeated and how many follow it.</summary>
internal static class EntityTag
{
    public static string Of(long version, long repeats, long followers) => string.Create(CultureInfo.InvariantCulture, $"\"{version}.{repeats}.{followers}\"");

    /// <summary>
    /// The versions that If-Match names; null when any will do. Repeats of the alert, which change nothing to decide on,
    /// do not count.
    /// </summary>
    public static IReadOnlyCollection<long>? Wanted(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
            return null;
        var tags = request.GetTypedHeaders().IfMatch;
        return tags.Any(tag => tag.Tag == "*") ? null : [.. tags.Where(tag => !tag.IsWeak).Select(Version).OfType<long>()];
    }

    /// <summary>Whether a list of tags, such as If-None-Match has, names this one.</summary>
    public static bool Names(IList<EntityTagHeaderValue> tags, string tag) =>
        tags.Any(one => one.Tag == "*" || one.Tag == tag);

    private static long? Version(EntityTagHeaderValue tag) =>
        long.TryParse(tag.Tag.ToString().Trim('"').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
