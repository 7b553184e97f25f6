using AiFixer.Core.Documents;
using AiFixer.Core.Playbooks;

namespace AiFixer.Hosting.Playbooks;

/// <summary>A playbook as it is kept.</summary>
/// <param name="Playbook">Null when it cannot be used any more; the problems say why.</param>
public sealed record KeptPlaybook(Document Document, Playbook? Playbook, IReadOnlyList<PlaybookProblem> Problems)
{
    /// <summary>The name that it has taken, whether it can be used or not; null when it says none that can be read.</summary>
    public string? Name { get; private init; }

    /// <summary>
    /// All of them. Of several that took one name at the same moment the first to be written keeps it, and the others cannot be
    /// used: every process sees the same order, and as long as they all stand none of them is changed under that name.
    /// </summary>
    public static IReadOnlyList<KeptPlaybook> All(IReadOnlyList<Document> documents)
    {
        List<KeptPlaybook> all = [.. documents.Select(Of)];
        var firsts = all.Where(kept => kept.Name is not null)
            .GroupBy(kept => kept.Name!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.MinBy(kept => kept.Document.Revision)!, StringComparer.OrdinalIgnoreCase);
        return [.. all.Select(kept => kept.Name is null || firsts[kept.Name] == kept ? kept : Twin(kept, firsts[kept.Name].Document.Name))];
    }

    public bool HasName(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    public static PlaybookProblem NameTaken(string text, string other) =>
        new("name", PlaybookText.LineOf(text, "name"), $"is that of another playbook: {other}");

    private static KeptPlaybook Twin(KeptPlaybook kept, string first) =>
        kept with { Playbook = null, Problems = [.. kept.Problems, NameTaken(kept.Document.Body, first)] };

    public static KeptPlaybook Of(Document document)
    {
        var problems = new List<PlaybookProblem>();
        var playbook = PlaybookText.Read(document.Name, document.Body, problems);
        return new(document, playbook, problems) { Name = playbook?.Name };
    }
}
