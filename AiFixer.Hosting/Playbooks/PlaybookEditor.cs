using AiFixer.Core.Alerts;
using AiFixer.Core.Documents;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;
using AiFixer.Core.Secrets;

namespace AiFixer.Hosting.Playbooks;

/// <summary>Changes playbooks. Answered when the change is on disk and this process goes by it.</summary>
public sealed class PlaybookEditor(IDocuments documents, PlaybookCatalog catalog, PlaybookPlugins plugins)
{
    /// <summary>Everything that is wrong with a text; empty when it may be kept.</summary>
    public IReadOnlyList<PlaybookProblem> Problems(string id, string text)
    {
        var problems = new List<PlaybookProblem>();
        if (PlaybookText.Read(id, text, problems) is not { } playbook)
            return problems;
        problems.AddRange(plugins.Problems(playbook, text));
        if (catalog.Snapshot.Kept.FirstOrDefault(kept => kept.Document.Name != id && kept.HasName(playbook.Name)) is { } other)
            problems.Add(KeptPlaybook.NameTaken(text, other.Document.Name));
        if (SecretText.IsIn(text))
            problems.Add(new("", 0, "has what looks like a secret, and secrets are not kept here"));
        return problems;
    }

    /// <param name="expected">The versions it may have now, 0 for none; null when any will do.</param>
    public async Task<PlaybookVerdict> SetAsync(
        string id, string text, string reason, DocumentAuthor by, IReadOnlyCollection<long>? expected, CancellationToken cancellationToken)
    {
        // Names are told apart by what everybody has written until now.
        await catalog.RefreshAsync(cancellationToken);
        return Problems(id, text) is { Count: > 0 } problems
            ? new(problems, null)
            : new([], await ApplyAsync(new(PlaybookDocuments.Kind, id, text, by, reason) { Expected = expected }, cancellationToken));
    }

    public Task<DocumentVerdict> DeleteAsync(
        string id, string reason, DocumentAuthor by, IReadOnlyCollection<long>? expected, CancellationToken cancellationToken) =>
        ApplyAsync(new(PlaybookDocuments.Kind, id, null, by, reason) { Expected = expected }, cancellationToken);

    public async Task<PlaybookVerdict> SetClassesAsync(
        string text, string reason, DocumentAuthor by, IReadOnlyCollection<long>? expected, CancellationToken cancellationToken)
    {
        var problems = new List<PlaybookProblem>();
        return PlaybookText.ReadClasses(text, problems) is null
            ? new(problems, null)
            : new([], await ApplyAsync(
                new(PlaybookDocuments.ClassesKind, PlaybookDocuments.Classes, text, by, reason) { Expected = expected }, cancellationToken));
    }

    private async Task<DocumentVerdict> ApplyAsync(DocumentEdit edit, CancellationToken cancellationToken)
    {
        var verdict = await documents.ApplyAsync(edit with { Note = TextCleaner.Lines(edit.Note, AlertLimits.Summary) }, cancellationToken);
        // It is written: whoever asked for it may be gone, and still everybody here goes by it.
        if (verdict is DocumentVerdict.Stored)
            await catalog.RefreshAsync(CancellationToken.None);
        return verdict;
    }
}
