using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;
using Microsoft.Extensions.Logging;

namespace AiFixer.Hosting.Playbooks;

/// <summary>
/// The playbooks as this process knows them, made ready once per change. While the store is away the last known ones stay.
/// </summary>
public sealed partial class PlaybookCatalog(
    IDocuments documents, DefaultPlaybooks defaults, ILogger<PlaybookCatalog> logger) : IPlaybooks, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile PlaybookSnapshot snapshot = PlaybookSnapshot.Unknown;
    private bool isAway;
    private bool hasDefaults;

    public PlaybookSet Current => snapshot.Set;

    public PlaybookSnapshot Snapshot => snapshot;

    /// <summary>Reads what changed since the last time; whoever wrote something sees it afterwards.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (!hasDefaults)
                await defaults.TakeOverAsync(documents, cancellationToken);
            hasDefaults = true;
            await ReadAsync(cancellationToken);
            if (isAway)
                Back();
            isAway = false;
        }
        catch (JournalUnavailableException e)
        {
            if (!isAway)
                Away(e.InnerException?.Message ?? e.Message);
            isAway = true;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (playbooks, classes) = (
            await documents.RevisionAsync(PlaybookDocuments.Kind, cancellationToken),
            await documents.RevisionAsync(PlaybookDocuments.ClassesKind, cancellationToken));
        if (playbooks == snapshot.Revision && classes == snapshot.ClassesRevision)
            return;
        snapshot = PlaybookSnapshot.Of(
            await documents.ListAsync(PlaybookDocuments.Kind, cancellationToken),
            await documents.ListAsync(PlaybookDocuments.ClassesKind, cancellationToken));
        foreach (var broken in snapshot.Kept.Where(kept => kept.Playbook is null))
            Broken(broken.Document.Name, broken.Problems[0].ToString());
    }

    [LoggerMessage(LogLevel.Warning, "Playbooks cannot be read for now; the last known ones stay: {Reason}")]
    private partial void Away(string reason);

    [LoggerMessage(LogLevel.Information, "Playbooks can be read again")]
    private partial void Back();

    [LoggerMessage(LogLevel.Warning, "The playbook {Playbook} cannot be used: {Problem}")]
    private partial void Broken(string playbook, string problem);
}
