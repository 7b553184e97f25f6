using AiFixer.Core.Analysis.Changes;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Gold;

/// <summary>What a number of a service counts, by the name that houses give it, and by its unit.</summary>
internal static class GoldNames
{
    private const string Counts = @"(^|_)(requests?|calls|rps|qps)(_per_sec(ond)?|_per_min(ute)?|_rate|_total|_count)?$|(request|server|http|rpc)\w*(duration|latency|seconds)\w*_count$";
    private const string Partly = @"error|fail|reject|throttl|5xx|4xx|timeout|retr|pending|queue|active|in_?flight|slow|cancel|dropped|resource|concurrent|current|open|waiting|ongoing|limit|max|min_";

    /// <summary>What the service asks of others.</summary>
    private const string Outgoing = @"(^|_)(db|sql|redis|cache|kafka|client|upstream|outgoing|external)_";

    /// <summary>How many requests one unit of it is a second; null when it does not count requests.</summary>
    public static double? Requests(MetricFact metric)
    {
        if (!Text.Has(metric.Name, Counts) || Text.Has(metric.Name, Partly) || Text.Has(metric.Name, Outgoing))
            return null;
        if (metric.Name.EndsWith("_count", StringComparison.Ordinal) || metric.Name.EndsWith("_total", StringComparison.Ordinal))
            return metric.IsRate ? 1 : null;
        return Text.Has(metric.Name, "_per_min(ute)?$") ? 1.0 / 60 : 1;
    }

    /// <summary>How many percent of errors one unit of it is; null when it is no share of errors.</summary>
    public static double? ErrorShare(MetricFact metric)
    {
        if (!Text.Has(metric.Name, @"(error|fail(ed|ure)?|5xx)(s|_rate|_responses?)?_(ratio|share|fraction|pct|percent(age)?)$") || Text.Has(metric.Name, Outgoing))
            return null;
        return Text.Has(metric.Name, @"_(pct|percent(age)?)$") ? 1 : 100;
    }

    /// <summary>A count of failed requests, in requests a second.</summary>
    public static bool IsErrorCount(MetricFact metric) =>
        Text.Has(metric.Name, @"(^|_)http\w*_(5xx|errors?)(_per_sec(ond)?|_total)$") && !Text.Has(metric.Name, Outgoing) && (metric.IsRate || !metric.Name.EndsWith("_total", StringComparison.Ordinal));

    /// <summary>Whether a series counts only the requests that failed on our side.</summary>
    public static bool IsFailed(MetricFact metric) =>
        HasStatus(metric) && Status(metric)![0] == '5';

    /// <summary>Whether a series says how its requests ended, in the numbers of HTTP.</summary>
    public static bool HasStatus(MetricFact metric) => Status(metric) is { } status && Text.Has(status, @"^[1-5](\d\d|xx)$");

    /// <summary>How many milliseconds one unit of it is; null when it is not how long the slowest hundredth takes.</summary>
    public static double? P99(MetricFact metric)
    {
        var isP99 = Text.Has(metric.Name, @"p99(_|$)") || metric.Labels.GetValueOrDefault("quantile") == "0.99";
        return isP99 && Text.Has(metric.Name, "latency|duration|response_time") && !Text.Has(metric.Name, Outgoing) ? Milliseconds(metric.Name) : null;
    }

    /// <summary>How many milliseconds one unit of a histogram of durations is; null when it is none.</summary>
    public static double? Histogram(MetricFact metric) =>
        metric.IsRate && Text.Has(metric.Name, @"(request|server|http|rpc)\w*(duration|latency|seconds)\w*_bucket$") && !Text.Has(metric.Name, Outgoing)
            ? Milliseconds(metric.Name[..^"_bucket".Length]) : null;

    private static string? Status(MetricFact metric) =>
        new[] { "status", "code", "status_code", "http_status_code", "http_response_status_code" }.Select(label => metric.Labels.GetValueOrDefault(label)).FirstOrDefault(value => value is not null);

    private static double? Milliseconds(string name) =>
        Text.Has(name, "_(ms|milliseconds?|millis)(_|$)") ? 1 : Text.Has(name, "_(s|sec|seconds?)(_|$)") ? 1000 : Text.Has(name, "_(us|microseconds?)(_|$)") ? 0.001 : null;
}
