using AiFixer.Hosting.Playbooks;

namespace AiFixer.Gateway.Pages.Playbooks;

/// <summary>What the list of playbooks shows.</summary>
public sealed record PlaybookListModel(IReadOnlyList<KeptPlaybook> Items);
