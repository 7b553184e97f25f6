namespace AiFixer.Gateway.Playbooks;

/// <summary>All playbooks by id.</summary>
internal sealed record PlaybookList(IReadOnlyList<PlaybookView> Items);
