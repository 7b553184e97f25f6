namespace AiFixer.Gateway.Playbooks;

/// <summary>Changes of one playbook, newest first.</summary>
/// <param name="Next">What to ask for as "before" for older ones; left out when there are none.</param>
internal sealed record PlaybookHistory(IReadOnlyList<PlaybookChange> Items, long? Next);
