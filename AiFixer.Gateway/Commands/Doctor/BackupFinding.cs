using System.Globalization;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Commands.Backups;
using AiFixer.Plugins.Checks;

namespace AiFixer.Gateway.Commands.Doctor;

/// <summary>When the store was backed up last, as far as it knows.</summary>
internal static class BackupFinding
{
    private const string Subject = "backup";
    private const string Remedy = "run aifixer backup FOLDER every day; see docs/backup.md";
    private static readonly TimeSpan Old = TimeSpan.FromDays(2);

    public static async Task<Finding> LookAsync(IDocuments documents, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await BackupRecord.FindAsync(documents, cancellationToken) is not { } last)
            return new(Subject, FindingState.NotConfigured, "the store was never backed up by aifixer backup", Remedy);
        var text = string.Create(CultureInfo.InvariantCulture, $"the last one is of {last.At:u} ({last.Note})");
        return now - last.At > Old ? new(Subject, FindingState.Limited, text, Remedy) : new(Subject, FindingState.Fine, text);
    }
}
