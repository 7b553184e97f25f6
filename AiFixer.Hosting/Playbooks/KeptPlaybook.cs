using AiFixer.Core.Documents;
using AiFixer.Core.Playbooks;

namespace AiFixer.Hosting.Playbooks;

/// <summary>A playbook as it is kept.</summary>
/// <param name="Playbook">Null when it cannot be used any more; the problems say why.</param>
public sealed record KeptPlaybook(Document Document, Playbook? Playbook, IReadOnlyList<PlaybookProblem> Problems)
{
    public static KeptPlaybook Of(Document document)
    {
        var problems = new List<PlaybookProblem>();
        var playbook = PlaybookText.Read(document.Name, document.Body, problems);
        return new(document, playbook, problems);
    }
}
