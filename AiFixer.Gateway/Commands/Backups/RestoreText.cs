using System.Globalization;
using System.Text;
using AiFixer.Storage.Backups;

namespace AiFixer.Gateway.Commands.Backups;

/// <summary>What was restored, and what is to do now.</summary>
internal static class RestoreText
{
    public static string Of(RestoreReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Manifest.Incidents} incidents are back as they were at {report.Manifest.MadeAt:u}.");
        if (report.SetAside is { } aside)
            text.AppendLine(CultureInfo.InvariantCulture, $"The checkpoints that were here are in {aside}: they say what is missing now. Keep them.");
        foreach (var key in report.MissingKeys)
            text.AppendLine(CultureInfo.InvariantCulture, $"  ! The key {key.Name} ({key.Fingerprint}) is not here. Put it back: without it grants are asked about again, and checkpoints cannot be verified.");
        text.AppendLine(AuditReportText.Of(report.Audit));
        text.Append("""
            What was done since then is not known here. AiFixer takes alerts and looks for causes, but changes nothing until an
            admin lets it go on (page Policy, or POST /api/v1/policy/resume). Until then whatever was about to run is put into a
            person's hands, and what was planned before is asked about again afterwards.
            """);
        return text.ToString();
    }
}
