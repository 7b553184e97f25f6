using System.Collections.Immutable;

namespace AiFixer.Core.Playbooks.Matching;

/// <summary>Which playbook fits, and why this one.</summary>
/// <param name="Playbook">Null when none does.</param>
/// <param name="Reason">A sentence for people.</param>
/// <param name="RunnersUp">The nearest of the others.</param>
/// <param name="Others">How many others there were.</param>
public sealed record PlaybookMatch(Playbook? Playbook, string Reason, ImmutableList<RunnerUp> RunnersUp, int Others);
