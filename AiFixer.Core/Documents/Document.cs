namespace AiFixer.Core.Documents;

/// <summary>Something people edit at run time, as it is now.</summary>
/// <param name="Kind">What it is, such as <c>setting</c>.</param>
/// <param name="Name">Its name among those of its kind.</param>
/// <param name="Version">Grows by one with every change of this document, its deletion included.</param>
/// <param name="Revision">Grows by one with every change of any document of its kind.</param>
/// <param name="Body">What is kept: text that only its owner understands.</param>
/// <param name="By">Who made this version.</param>
/// <param name="At">When, by the database's clock.</param>
/// <param name="Note">Why; empty when nobody said.</param>
public sealed record Document(
    string Kind, string Name, long Version, long Revision, string Body, DocumentAuthor By, DateTimeOffset At, string Note);
