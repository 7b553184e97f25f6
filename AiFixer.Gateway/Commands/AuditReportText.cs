using System.Globalization;
using System.Text;
using AiFixer.Storage.Audit;

namespace AiFixer.Gateway.Commands;

/// <summary>A verification's outcome for people.</summary>
internal static class AuditReportText
{
    public static string Of(AuditReport report)
    {
        var text = new StringBuilder();
        foreach (var problem in report.Problems)
            text.AppendLine(CultureInfo.InvariantCulture, $"  ! {Where(problem)}{problem.What}");
        if (report.ProblemCount > report.Problems.Count)
            text.AppendLine(CultureInfo.InvariantCulture, $"  … and {report.ProblemCount - report.Problems.Count} more");
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Incidents} incidents, {report.Entries} entries, {report.Checkpoints} checkpoints read.");
        if (report.Archives > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"{report.Archives} archives: {report.ArchivedIncidents} incidents read in them, {report.ArchivedEntries} entries are there alone.");
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Covered} entries are under a signed checkpoint, {report.Uncovered} came after the last one{Last(report)}.");
        text.Append(report.IsSound ? "The audit trail is as it was written." : $"{report.ProblemCount} problems: the audit trail was changed.");
        return text.ToString();
    }

    private static string Last(AuditReport report) =>
        report.LastCheckpoint is { } at ? string.Create(CultureInfo.InvariantCulture, $" ({at:u})") : "";

    private static string Where(AuditProblem problem) => problem switch
    {
        { Incident: { } incident, Version: { } version } => $"{incident} version {version}: ",
        { Incident: { } incident } => $"{incident}: ",
        { Line: { } line, File: { } file } => $"{file} line {line}: ",
        { Stream: { } stream } => $"stream {stream}: ",
        _ => "",
    };
}
