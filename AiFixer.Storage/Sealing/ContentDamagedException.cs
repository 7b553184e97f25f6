namespace AiFixer.Storage.Sealing;

/// <summary>Sealed content was changed, cut off or moved.</summary>
internal sealed class ContentDamagedException(string what, Exception? inner = null)
    : Exception($"Sealed content cannot be opened: {what}. Run verify-audit.", inner);
