using AiFixer.Core.Documents;
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
                await TakeOverAsync(cancellationToken);
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

    /// <summary>A document with all that is known to be wrong with it, which others of its kind may be the reason for.</summary>
    public KeptPlaybook Kept(Document document) =>
        snapshot.Kept.FirstOrDefault(kept => kept.Document.Name == document.Name && kept.Document.Version == document.Version) ?? KeptPlaybook.Of(document);

    public void Dispose() => turn.Dispose();

    private async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        foreach (var refused in await defaults.TakeOverAsync(documents, cancellationToken))
            NotTaken(refused.Path, refused.Problem);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (playbooks, classes) = (
            await documents.RevisionAsync(PlaybookDocuments.Kind, cancellationToken),
            await documents.RevisionAsync(PlaybookDocuments.ClassesKind, cancellationToken));
        if (playbooks == snapshot.Revision && classes == snapshot.ClassesRevision)
            return;
        snapshot = await PlaybookSnapshot.ReadAsync(documents, cancellationToken);
        if (snapshot.ClassProblems is [var wrong, ..])
            BrokenClasses(wrong.ToString());
        foreach (var broken in snapshot.Kept.Where(kept => kept.Playbook is null))
            Broken(broken.Document.Name, broken.Problems[0].ToString());
    }

    [LoggerMessage(LogLevel.Warning, "Playbooks cannot be read for now; the last known ones stay: {Reason}")]
    private partial void Away(string reason);

    [LoggerMessage(LogLevel.Information, "Playbooks can be read again")]
    private partial void Back();

    [LoggerMessage(LogLevel.Warning, "The shipped file {Path} is not taken over: {Problem}")]
    private partial void NotTaken(string path, string problem);

    [LoggerMessage(LogLevel.Warning, "The rules of classes cannot be used, the last that could be used stay: {Problem}")]
    private partial void BrokenClasses(string problem);

    [LoggerMessage(LogLevel.Warning, "The playbook {Playbook} cannot be used: {Problem}")]
    private partial void Broken(string playbook, string problem);
}
