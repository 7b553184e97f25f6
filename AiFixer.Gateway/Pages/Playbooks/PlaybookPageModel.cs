using AiFixer.Core.Documents;
using AiFixer.Core.Playbooks;
using AiFixer.Hosting.Playbooks;

namespace AiFixer.Gateway.Pages.Playbooks;

/// <summary>What the page of one playbook shows.</summary>
/// <param name="Kept">Null for one that is not there yet, or not any more.</param>
/// <param name="Text">What stands in the form.</param>
/// <param name="Problems">What is wrong with that text.</param>
/// <param name="Warning">What keeps it from acting now.</param>
/// <param name="Record">What became of its attempts.</param>
/// <param name="Message">What became of the form; null when none was sent.</param>
/// <param name="Version">The version that the form was made of.</param>
public sealed record PlaybookPageModel(
    string Id,
    KeptPlaybook? Kept,
    string Text,
    IReadOnlyList<PlaybookProblem> Problems,
    string? Warning,
    IReadOnlyList<DocumentChange> History,
    PlaybookRecord Record,
    Notice? Message,
    long Version);
