namespace AiFixer.Lark.Alerts;

/// <summary>What the fields of alert messages are about, whatever their senders call them.</summary>
internal static class FieldKey
{
    public const string Name = "alertname";
    public const string Severity = "severity";
    public const string Status = "status";
    public const string SeverityAndStatus = "severity+status";
    public const string Summary = "summary";
    public const string Description = "description";
    public const string Link = "link";
    public const string Labels = "labels";

    /// <summary>Times and values: true now, and of no use for telling one trouble from another.</summary>
    public const string Changing = "changing";

    public static bool IsLabel(string key) => key is not (Status or SeverityAndStatus or Summary or Description or Link or Labels or Changing);
}
