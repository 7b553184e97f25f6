using System.Globalization;
using AiFixer.Core.Documents;

namespace AiFixer.Gateway.SettingsApi;

/// <summary>Which page is asked for.</summary>
internal static class PageQuery
{
    private const int Usual = 100;

    /// <returns>False when it is not a number that there can be.</returns>
    public static bool TryLimit(string? text, out int limit)
    {
        limit = Usual;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= DocumentLimits.Page);
    }

    /// <returns>False when it is not a version.</returns>
    public static bool TryVersion(string? text, out long? version)
    {
        version = null;
        if (text is null)
            return true;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        version = number;
        return true;
    }
}
