namespace AiFixer.Plugins.Kubernetes;

internal sealed record LabelSelector(Dictionary<string, string>? MatchLabels, List<LabelSelector.Expression>? MatchExpressions)
{
    /// <summary>As the query parameter wants it.</summary>
    public override string ToString() => string.Join(',',
    [
        .. (MatchLabels ?? []).OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"),
        .. (MatchExpressions ?? []).Select(e => e.ToString()),
    ]);

    internal sealed record Expression(string Key, string Operator, List<string>? Values)
    {
        public override string ToString() => Operator switch
        {
            "Exists" => Key,
            "DoesNotExist" => $"!{Key}",
            _ => $"{Key} {(Operator == "NotIn" ? "notin" : "in")} ({string.Join(',', Values ?? [])})",
        };
    }
}
