using System.Collections.Frozen;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Gateway.Options;

/// <summary>Reads the section <c>Alerts</c>: entries of its severity table add to the usual ones or replace them.</summary>
internal static class AlertOptionsReader
{
    public static AlertOptions Read(SettingsReader alerts)
    {
        var normal = new AlertOptions();
        return normal with
        {
            Severities = Severities(alerts, normal),
            SeverityLabels = alerts.List("SeverityLabels") is { Count: > 0 } labels ? labels : normal.SeverityLabels,
            UnknownSeverity = alerts.Choice("UnknownSeverity", normal.UnknownSeverity),
            VolatileLabels = normal.VolatileLabels.Union(alerts.List("VolatileLabels")).ToFrozenSet(StringComparer.OrdinalIgnoreCase),
            Clusters = alerts.Table("Clusters").ToFrozenDictionary(StringComparer.Ordinal),
        };
    }

    private static FrozenDictionary<string, Severity> Severities(SettingsReader alerts, AlertOptions normal)
    {
        var table = new Dictionary<string, Severity>(normal.Severities, StringComparer.OrdinalIgnoreCase);
        var own = alerts.Section("Severities");
        foreach (var (word, _) in alerts.Table("Severities"))
            table[word] = own.Choice(word, normal.UnknownSeverity);
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
