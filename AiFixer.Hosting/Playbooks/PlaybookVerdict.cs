using AiFixer.Core.Documents;
using AiFixer.Core.Playbooks;

namespace AiFixer.Hosting.Playbooks;

/// <summary>What became of an edit.</summary>
/// <param name="Verdict">What the store said; null when it was not asked, because of problems.</param>
public sealed record PlaybookVerdict(IReadOnlyList<PlaybookProblem> Problems, DocumentVerdict? Verdict);
