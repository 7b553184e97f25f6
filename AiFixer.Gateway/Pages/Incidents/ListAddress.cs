using AiFixer.Gateway.Incidents;

namespace AiFixer.Gateway.Pages.Incidents;

/// <summary>The list's address with a filter.</summary>
internal static class ListAddress
{
    public static string Of(FilterQuery wanted)
    {
        var query = new List<string>();
        Add(query, "status", wanted.Status is null ? null : string.Join(',', wanted.Status));
        Add(query, "severity", wanted.Severity is null ? null : string.Join(',', wanted.Severity));
        Add(query, "text", wanted.Text);
        Add(query, "leader", wanted.Leader);
        Add(query, "followers", wanted.Followers);
        Add(query, "before", wanted.Before);
        return query.Count == 0 ? "/" : "/?" + string.Join('&', query);
    }

    private static void Add(List<string> query, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            query.Add($"{name}={Uri.EscapeDataString(value)}");
    }
}
