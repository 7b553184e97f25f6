using AiFixer.Core.Playbooks;
using AiFixer.Hosting.Playbooks;

namespace AiFixer.Gateway.Pages.Playbooks;

/// <summary>What the list of playbooks shows.</summary>
/// <param name="Records">What became of their attempts, by id.</param>
/// <param name="ClassProblems">Why the rules of classes cannot be used as they are; empty when they can.</param>
public sealed record PlaybookListModel(
    IReadOnlyList<KeptPlaybook> Items, IReadOnlyDictionary<string, PlaybookRecord> Records, IReadOnlyList<PlaybookProblem> ClassProblems);
