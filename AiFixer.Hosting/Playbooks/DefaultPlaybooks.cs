using AiFixer.Core.Documents;
using AiFixer.Core.Ports;

namespace AiFixer.Hosting.Playbooks;

/// <summary>
/// Takes shipped playbooks over into the store, each once in its life: what people changed or deleted since stays so.
/// </summary>
public sealed class DefaultPlaybooks(PlaybookFiles files)
{
    private const string Note = "Shipped with AiFixer.";

    /// <summary>Several processes may do this at once: each document is made by one of them.</summary>
    public async Task TakeOverAsync(IDocuments documents, CancellationToken cancellationToken)
    {
        foreach (var (id, text) in files.Playbooks())
            await TakeOverAsync(documents, PlaybookDocuments.Kind, id, text, cancellationToken);
        if (files.Classes() is { } classes)
            await TakeOverAsync(documents, PlaybookDocuments.ClassesKind, PlaybookDocuments.Classes, classes, cancellationToken);
    }

    private static async Task TakeOverAsync(IDocuments documents, string kind, string name, string text, CancellationToken cancellationToken)
    {
        var history = await documents.HistoryAsync(kind, name, before: null, limit: 1, cancellationToken);
        if (history.Count == 0)
            await documents.ApplyAsync(new(kind, name, text, PlaybookDocuments.Shipped, Note) { Expected = [DocumentEdit.Absent] }, cancellationToken);
    }
}
