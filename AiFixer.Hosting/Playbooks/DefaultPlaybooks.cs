using AiFixer.Core.Documents;
using AiFixer.Core.Playbooks.Reading;
using AiFixer.Core.Ports;

namespace AiFixer.Hosting.Playbooks;

/// <summary>
/// Takes shipped playbooks over into the store, each once in its life: what people changed or deleted since stays so.
/// </summary>
public sealed class DefaultPlaybooks(PlaybookFiles files)
{
    private const string Shipping = "Shipped with AiFixer.";

    /// <summary>Several processes may do this at once: each document is made by one of them.</summary>
    /// <returns>The files that the store does not take, and why.</returns>
    public async Task<IReadOnlyList<RefusedFile>> TakeOverAsync(IDocuments documents, CancellationToken cancellationToken)
    {
        var refused = new List<RefusedFile>();
        foreach (var (id, text) in files.Playbooks())
            Note(id, await TakeOverAsync(documents, PlaybookDocuments.Kind, id, text, cancellationToken));
        if (files.Classes() is { } classes)
            Note(PlaybookFiles.ClassesId, await TakeOverAsync(documents, PlaybookDocuments.ClassesKind, PlaybookDocuments.Classes, classes, cancellationToken));
        return refused;

        void Note(string id, string? problem)
        {
            if (problem is not null)
                refused.Add(new(files.PathOf(id), problem));
        }
    }

    /// <returns>Why it is not taken; null when it is, or was before.</returns>
    private static async Task<string?> TakeOverAsync(IDocuments documents, string kind, string name, string text, CancellationToken cancellationToken)
    {
        if (DocumentRules.Problem(new(kind, name, text, PlaybookDocuments.Shipped)) is { } problem)
            return Text(problem);
        if (kind == PlaybookDocuments.Kind && PlaybookReader.IdProblem(name) is { } id)
            return $"its name {id}";
        var history = await documents.HistoryAsync(kind, name, before: null, limit: 1, cancellationToken);
        if (history.Count > 0)
            return null;
        var verdict = await documents.ApplyAsync(
            new(kind, name, text, PlaybookDocuments.Shipped, Shipping) { Expected = [DocumentEdit.Absent] }, cancellationToken);
        return verdict is DocumentVerdict.Refused refused ? Text(refused) : null;
    }

    private static string Text(DocumentVerdict.Refused refused) =>
        $"its {(refused.Field == "body" ? "text" : refused.Field)} {refused.Problem}";
}
