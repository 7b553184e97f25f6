namespace AiFixer.Core.Documents;

/// <summary>Who changed a document: an identity that stays, and the name people know.</summary>
public sealed record DocumentAuthor(string Id, string Name);
