namespace AiFixer.Core.Analysis.Changes;

/// <summary>What a change does to queries.</summary>
internal static class SqlMechanisms
{
    private const string Bounds = @"\blimit\b|\btop\s+\d|fetch first|\.take\(|\.first\(|pagina|page_?size|max_?results|\.limit\(";
    private const string Conditions = @"\bwhere\b|\.where\(|\.filter\(|filter_by|tenant_id\s*=|\band\s+\w+\s*[=<>]";

    public static (double, string)? Unbounded(ReadChange change)
    {
        if (Text.Count(change.Removed, Bounds) > Text.Count(change.Added, Bounds) && !Text.Has(change.Removed, "rate.?limit|limiter|bucket|throttl"))
            return (change.Delta.Extracts ? 0.3 : 1, "takes away the bound of a query (LIMIT), so that it reads every row");
        if (Text.Count(change.Removed, Conditions) > Text.Count(change.Added, Conditions) && Sql(change.Removed))
            return (change.Delta.Extracts ? 0.3 : 1, "takes away a condition of a query (WHERE), so that it reads more rows");
        return LimitMechanisms.Setting(
            change, s => s.Raised && s.Factor >= 2 && Text.Has(s.Key + s.Line, @"\blimit|page_?size|max_?results|per_?page"), s => $"raises the bound of a query, {s.Key}, from {s.From} to {s.To}", 0.85);
    }

    public static (double, string)? Rewritten(ReadChange change)
    {
        if (!Sql(change.Added) && !Sql(change.Removed))
            return null;
        var slow = @"like\s+['""]?%|ilike|lower\(|upper\(|::text|cast\(|\bor\b|not in|distinct|order by|count\(\*|select \*|cross join|left join|\bjoin\b|date\(|to_char|json_|->>|offset|random\(\)|group by|union";
        var more = Text.Count(change.Added, slow) - Text.Count(change.Removed, slow);
        return more > 0 && Sql(change.Added)
            ? (0.8, "writes a query so that it works harder for its rows")
            : Sql(change.Added) && Sql(change.Removed) && change.Delta.TextsAdded.Count + change.Delta.TextsRemoved.Count > 0 ? (0.6, "rewrites a query") : null;
    }

    public static bool Sql(string text) => Text.Has(text, @"\bselect\b.+\bfrom\b|\binsert into\b|\bupdate\b.+\bset\b|\bdelete from\b|\bwhere\b.+[=<>]|\border by\b|\.where\(|\.query\(");
}
