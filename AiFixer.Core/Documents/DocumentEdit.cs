namespace AiFixer.Core.Documents;

/// <summary>A change that somebody wants to make.</summary>
/// <param name="Body">What to keep; null to delete it.</param>
/// <param name="By">Who wants it.</param>
/// <param name="Note">Why.</param>
public sealed record DocumentEdit(string Kind, string Name, string? Body, DocumentAuthor By, string Note = "")
{
    /// <summary>The version a document has that is not there.</summary>
    public const long Absent = 0;

    /// <summary>The versions it may have now, <see cref="Absent"/> among them or not; null when any will do.</summary>
    public IReadOnlyCollection<long>? Expected { get; init; }
}
