namespace AiFixer.Plugins.SigNoz;

/// <summary>Answer of <c>signoz.gold_metrics</c>. What nothing was measured of is absent, never zero.</summary>
internal sealed record GoldData(
    string Service, string Start, string End, double? RequestsPerSecond, TrendData? RequestsTrend, double? ErrorPercent, double? P99Milliseconds,
    double? P99HighestMilliseconds, string TracesUrl, string? Warning);
