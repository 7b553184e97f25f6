namespace AiFixer.Core.Documents;

/// <summary>All documents of a kind.</summary>
/// <param name="Revision">The kind's revision just before they were read: when it is still the same, so are they.</param>
/// <param name="Items">Those that are there, by name.</param>
public sealed record DocumentList(long Revision, IReadOnlyList<Document> Items);
