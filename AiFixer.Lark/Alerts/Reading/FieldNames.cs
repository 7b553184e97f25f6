using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>What senders call the fields of their messages, in Chinese and in English.</summary>
internal static class FieldNames
{
    private static readonly FrozenDictionary<string, string> Keys = Table(
        (FieldKey.Name, "alertname|alert name|rule|rule name|告警名称|告警名|告警规则|告警项|告警标题|规则名称|规则名|规则标题|报警名称|报警规则|报警项|事件名称|策略名称"),
        (FieldKey.Severity, "severity|level|priority|告警级别|告警等级|报警级别|报警等级|故障级别|故障等级|事件级别|事件等级|严重程度|严重级别|严重性|优先级|级别|等级"),
        (FieldKey.Status, "status|state|alert status|告警状态|报警状态|当前状态|事件状态|故障状态|状态"),
        (FieldKey.SeverityAndStatus, "级别状态"),
        (FieldKey.Summary, "summary|subject|message|告警摘要|告警主题|告警信息|告警内容|报警内容|报警信息|摘要|主题|标题|故障现象|现象"),
        (FieldKey.Description, "description|details|detail|告警详情|报警详情|告警描述|问题详情|规则备注|详情|描述|备注|annotations|注释"),
        (FieldKey.Link, "source|silence|dashboard|panel|generatorurl|runbook|runbook url|详情链接|链接|查看详情|url"),
        (FieldKey.Labels, "labels|label|tags|标签|告警标签|监控指标|监控对象"),
        (FieldKey.Changing, "value|current value|threshold|time|startsat|starts at|start time|started|started at|endsat|ends at|end time|duration|fired at|触发时间|触发时值|触发值|开始时间|结束时间|告警时间|报警时间|发生时间|故障时间|首次触发|首次触发时间|恢复时间|发送时间|持续时间|持续时长|时间|当前值|监控值|当前数值|阈值|事件id|告警id|值|values"),
        ("namespace", "namespace|ns|命名空间|名字空间|名称空间"),
        ("service", "service|service name|svc|服务|服务名|服务名称|影响服务|故障服务|受影响服务|业务服务"),
        ("app", "app|application|应用|应用名|应用名称"),
        ("pod", "pod|pod name|容器组|pod名称|pod名|实例组"),
        ("deployment", "deployment|工作负载|部署|无状态负载"),
        ("statefulset", "statefulset|有状态负载"),
        ("daemonset", "daemonset"),
        ("node", "node|node name|节点|节点名|节点名称|主机名|主机名称|hostname|故障节点"),
        ("instance", "instance|host|实例|主机|故障实例|告警主机|告警实例|故障主机|故障主机ip|主机ip|主机地址|告警对象|ip"),
        ("container", "container|容器|容器名|容器名称"),
        ("cluster", "cluster|cluster name|集群|集群名|集群名称|所属集群"),
        ("job", "job|作业"),
        ("env", "env|environment|环境|所属环境"));

    private static readonly string Alternatives = string.Join('|',
        Keys.Keys.OrderByDescending(name => name.Length).Select(name => Regex.Escape(name).Replace("\\ ", "[ _-]?", StringComparison.Ordinal)));

    /// <summary>A name we know, as a heading in brackets or before a colon or an equals sign.</summary>
    public static Regex InText { get; } = new(
        $@"(?<![\p{{L}}\p{{Nd}}_.-])(?:[【\[](?<key>{Alternatives})[】\]][ \t]?(?<sep>[:：=]?)|(?<key>{Alternatives})[ \t]?(?<sep>[:：=]))[ \t]?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <returns>What a field of this name is about; null when nobody knows.</returns>
    public static string? Meaning(string name) =>
        Keys.GetValueOrDefault(name.Trim().ToLowerInvariant().Replace('_', ' ').Replace('-', ' '))
        ?? Keys.GetValueOrDefault(name.Trim().ToLowerInvariant().Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));

    private static FrozenDictionary<string, string> Table(params (string Meaning, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split('|'), (row, name) => KeyValuePair.Create(name, row.Meaning))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
