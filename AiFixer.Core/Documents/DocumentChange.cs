namespace AiFixer.Core.Documents;

/// <summary>One change of a document. It is never changed itself.</summary>
/// <param name="Version">The version that the change made.</param>
/// <param name="Revision">Its place among all changes of the kind.</param>
/// <param name="Body">What was kept from then on; null when the document was deleted.</param>
/// <param name="By">Who changed it.</param>
/// <param name="At">When, by the database's clock.</param>
/// <param name="Note">Why; empty when nobody said.</param>
public sealed record DocumentChange(
    string Kind, string Name, long Version, long Revision, string? Body, DocumentAuthor By, DateTimeOffset At, string Note)
{
    /// <summary>The document it left behind; null when it deleted it.</summary>
    public Document? Document => Body is { } body ? new(Kind, Name, Version, Revision, body, By, At, Note) : null;
}
