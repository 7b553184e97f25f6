namespace AiFixer.Storage.Sweeping;

/// <summary>Claims whose keys follow one another.</summary>
internal sealed record ClaimPiece(string After, string Last, bool HasExpired);
