using AiFixer.Core.Documents;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Hosting.Dynamic;

/// <summary>Documents that several processes of a test share; they can go away.</summary>
internal sealed class MemoryDocuments(TimeProvider time) : IDocuments
{
    private readonly Lock state = new();
    private readonly List<DocumentChange> changes = [];

    public bool IsAway { get; set; }

    /// <summary>How often anything was asked.</summary>
    public int Asked { get; private set; }

    public Task<long> RevisionAsync(string kind, CancellationToken cancellationToken) => Ask(() => Of(kind).LastOrDefault()?.Revision ?? 0);

    public Task<DocumentList> ListAsync(string kind, CancellationToken cancellationToken) => Ask(() => new DocumentList(
        Of(kind).LastOrDefault()?.Revision ?? 0,
        [.. Of(kind).GroupBy(change => change.Name).Select(one => one.Last().Document).OfType<Document>().OrderBy(one => one.Name, StringComparer.Ordinal)]));

    public Task<Document?> GetAsync(string kind, string name, CancellationToken cancellationToken) =>
        Ask(() => Of(kind).LastOrDefault(change => change.Name == name)?.Document);

    public Task<DocumentVerdict> ApplyAsync(DocumentEdit edit, CancellationToken cancellationToken) => Ask(() => Apply(edit));

    public Task<IReadOnlyList<DocumentChange>> HistoryAsync(string kind, string name, long? before, int limit, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<DocumentChange>>(() =>
            [.. Of(kind).Where(change => change.Name == name && change.Version < (before ?? long.MaxValue)).Reverse().Take(limit)]);

    private List<DocumentChange> Of(string kind) => [.. changes.Where(change => change.Kind == kind)];

    private DocumentVerdict Apply(DocumentEdit edit)
    {
        if (DocumentRules.Problem(edit) is { } problem)
            return problem;
        var newest = Of(edit.Kind).LastOrDefault(change => change.Name == edit.Name);
        var version = newest?.Document?.Version ?? DocumentEdit.Absent;
        if (edit.Body is null && version == DocumentEdit.Absent)
            return new DocumentVerdict.Missing();
        if (edit.Expected is { } expected && !expected.Contains(version))
            return new DocumentVerdict.Changed(version);
        changes.Add(new(edit.Kind, edit.Name, (newest?.Version ?? 0) + 1, Of(edit.Kind).Count + 1, edit.Body, edit.By, time.GetUtcNow(), edit.Note));
        return new DocumentVerdict.Stored(changes[^1]);
    }

    private Task<T> Ask<T>(Func<T> answer)
    {
        lock (state)
        {
            Asked++;
            return IsAway ? Task.FromException<T>(new JournalUnavailableException("away")) : Task.FromResult(answer());
        }
    }
}
