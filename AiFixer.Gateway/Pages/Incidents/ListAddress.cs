namespace AiFixer.Gateway.Pages.Incidents;

/// <summary>The list's address with a filter.</summary>
internal static class ListAddress
{
    public static string Of(string[]? statuses, string[]? severities, string? text, string? before)
    {
        var query = new List<string>();
        Add(query, "status", statuses is null ? null : string.Join(',', statuses));
        Add(query, "severity", severities is null ? null : string.Join(',', severities));
        Add(query, "text", text);
        Add(query, "before", before);
        return query.Count == 0 ? "/" : "/?" + string.Join('&', query);
    }

    private static void Add(List<string> query, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            query.Add($"{name}={Uri.EscapeDataString(value)}");
    }
}
