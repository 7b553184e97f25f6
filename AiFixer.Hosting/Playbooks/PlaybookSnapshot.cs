using AiFixer.Core.Classes;
using AiFixer.Core.Documents;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;

namespace AiFixer.Hosting.Playbooks;

/// <summary>All playbooks and the rules of classes as they were at one moment.</summary>
/// <param name="Classes">The text of the rules; null before they were kept.</param>
/// <param name="ClassProblems">Why that text cannot be used, so that the last that could be stays; empty when it can.</param>
public sealed record PlaybookSnapshot(
    long Revision, long ClassesRevision, IReadOnlyList<KeptPlaybook> Kept, Document? Classes, IReadOnlyList<PlaybookProblem> ClassProblems, PlaybookSet Set)
{
    /// <summary>Nothing was read yet.</summary>
    public static PlaybookSnapshot Unknown { get; } = new(-1, -1, [], null, [], PlaybookSet.Empty);

    public static async Task<PlaybookSnapshot> ReadAsync(IDocuments documents, CancellationToken cancellationToken)
    {
        var playbooks = await documents.ListAsync(PlaybookDocuments.Kind, cancellationToken);
        var classes = await documents.ListAsync(PlaybookDocuments.ClassesKind, cancellationToken);
        var kept = KeptPlaybook.All(playbooks.Items);
        var text = classes.Items.FirstOrDefault(document => document.Name == PlaybookDocuments.Classes);
        var problems = new List<PlaybookProblem>();
        var rules = text is null
            ? ErrorClassRules.None
            : PlaybookText.ReadClasses(text.Body, problems) ?? await LastGoodAsync(documents, cancellationToken);
        return new(
            playbooks.Revision, classes.Revision, kept, text, problems, new(rules, [.. kept.Select(one => one.Playbook).OfType<Playbook>()]));
    }

    /// <summary>From the history, so that every process goes by the same rules, one that has just started too.</summary>
    private static async Task<ErrorClassRules> LastGoodAsync(IDocuments documents, CancellationToken cancellationToken)
    {
        var history = await documents.HistoryAsync(
            PlaybookDocuments.ClassesKind, PlaybookDocuments.Classes, before: null, DocumentLimits.Page, cancellationToken);
        return history.Select(change => change.Body is { } body ? PlaybookText.ReadClasses(body, []) : null).FirstOrDefault(rules => rules is not null)
            ?? ErrorClassRules.None;
    }
}
