using AiFixer.Core.Classes;
using AiFixer.Core.Documents;
using AiFixer.Core.Playbooks;

namespace AiFixer.Hosting.Playbooks;

/// <summary>All playbooks and the rules of classes as they were at one moment.</summary>
/// <param name="Classes">The text of the rules; null before they were kept.</param>
public sealed record PlaybookSnapshot(
    long Revision, long ClassesRevision, IReadOnlyList<KeptPlaybook> Kept, Document? Classes, PlaybookSet Set)
{
    /// <summary>Nothing was read yet.</summary>
    public static PlaybookSnapshot Unknown { get; } = new(-1, -1, [], null, PlaybookSet.Empty);

    public static PlaybookSnapshot Of(DocumentList playbooks, DocumentList classes)
    {
        List<KeptPlaybook> kept = [.. playbooks.Items.Select(KeptPlaybook.Of)];
        var rules = classes.Items.FirstOrDefault(document => document.Name == PlaybookDocuments.Classes);
        var set = new PlaybookSet(
            rules is null ? ErrorClassRules.None : PlaybookText.ReadClasses(rules.Body, []) ?? ErrorClassRules.None,
            [.. kept.Select(one => one.Playbook).OfType<Playbook>()]);
        return new(playbooks.Revision, classes.Revision, kept, rules, set);
    }
}
