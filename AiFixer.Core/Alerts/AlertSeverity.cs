namespace AiFixer.Core.Alerts;

internal static class AlertSeverity
{
    public static Severity Of(IReadOnlyDictionary<string, string> labels, AlertOptions options)
    {
        Severity? worst = null;
        foreach (var label in options.SeverityLabels)
        {
            if (labels.TryGetValue(label, out var value) && options.Severities.TryGetValue(value.Trim(), out var severity) && !(worst <= severity))
                worst = severity;
        }

        return worst ?? options.UnknownSeverity;
    }
}
