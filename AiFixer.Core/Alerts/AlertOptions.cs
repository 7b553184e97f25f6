using System.Collections.Frozen;

namespace AiFixer.Core.Alerts;

/// <summary>How a sender's labels become an alert. Section <c>Alerts</c>.</summary>
public sealed record AlertOptions
{
    /// <summary>What the values of the severity labels mean; letters' case does not matter.</summary>
    public FrozenDictionary<string, Severity> Severities { get; init; } = DefaultSeverities;

    /// <summary>Labels that may tell the severity; the worst one that is understood counts.</summary>
    public IReadOnlyList<string> SeverityLabels { get; init; } = ["severity", "priority", "level"];

    /// <summary>The severity of an alert whose labels tell none.</summary>
    public Severity UnknownSeverity { get; init; } = Severity.P2;

    /// <summary>Labels that change while the trouble stays the same; they are no part of the fingerprint.</summary>
    public FrozenSet<string> VolatileLabels { get; init; } = DefaultVolatileLabels;

    /// <summary>Which connection a value of the label <c>cluster</c> means; any other value means <c>default</c>.</summary>
    public FrozenDictionary<string, string> Clusters { get; init; } = FrozenDictionary<string, string>.Empty;

    public static FrozenDictionary<string, Severity> DefaultSeverities { get; } = Table(
        (Severity.P0, "p0 sev0 page emergency disaster fatal blocker 紧急 致命 灾难 特别严重"),
        (Severity.P1, "p1 sev1 critical crit alert error major high s1 严重 重大 重要 高 一级"),
        (Severity.P2, "p2 sev2 warning warn average medium minor s2 警告 一般 一般严重 次要 中 二级"),
        (Severity.P3, "p3 sev3 info informational information notice low debug none s3 提示 通知 信息 低 三级"));

    public static FrozenSet<string> DefaultVolatileLabels { get; } =
        ("pod pod_name pod_ip podip exported_pod instance exported_instance endpoint host_ip container_id containerid id uid pod_uid " +
         "image_id pid replicaset pod_template_hash prometheus prometheus_replica replica __replica__ value timestamp time " +
         "trace_id span_id request_id start_time").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static FrozenDictionary<string, Severity> Table(params (Severity Severity, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' '), (row, word) => KeyValuePair.Create(word, row.Severity))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
