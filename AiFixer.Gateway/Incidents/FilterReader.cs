using System.Globalization;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Gateway.Incidents;

/// <summary>Reads a list's filter and names the field that is wrong.</summary>
internal static class FilterReader
{
    private const int LongestText = 200;
    private const int LongestPage = 200;
    private const int UsualPage = 50;

    public static IncidentFilter Read(FilterQuery query, out (string Field, string Problem)? invalid)
    {
        invalid = null;
        var filter = new IncidentFilter(
            Values<IncidentStatus>("status", query.Status, ref invalid),
            Values<Severity>("severity", query.Severity, ref invalid),
            string.IsNullOrWhiteSpace(query.Text) ? null : query.Text.Trim(),
            Id("before", query.Before, "must be the \"next\" of the page before", ref invalid),
            Limit(query.Limit, ref invalid))
        {
            Leader = Id("leader", query.Leader, "must be the id of an incident", ref invalid),
            WithFollowers = Flag("followers", query.Followers, ref invalid),
        };
        if (filter.Text?.Length > LongestText)
            invalid ??= ("text", "may have 200 characters");
        return filter;
    }

    private static List<T>? Values<T>(string field, string[]? texts, ref (string, string)? invalid)
        where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var text in texts?.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) ?? [])
        {
            if (Enum.TryParse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]))
                values.Add(value);
            else
                invalid ??= (field, $"must be among {string.Join(", ", Enum.GetNames<T>().Select(EnumText.Of))}");
        }

        return values.Count == 0 ? null : values;
    }

    private static bool Flag(string field, string? text, ref (string, string)? invalid)
    {
        if (string.IsNullOrEmpty(text) || bool.TryParse(text, out _))
            return string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
        invalid ??= (field, "must be true or false");
        return false;
    }

    private static IncidentId? Id(string field, string? text, string problem, ref (string, string)? invalid)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (IncidentId.TryParse(text, out var id))
            return id;
        invalid ??= (field, problem);
        return null;
    }

    private static int Limit(string? text, ref (string, string)? invalid)
    {
        if (string.IsNullOrEmpty(text))
            return UsualPage;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LongestPage)
            return limit;
        invalid ??= ("limit", "must be a number from 1 to 200");
        return UsualPage;
    }
}
