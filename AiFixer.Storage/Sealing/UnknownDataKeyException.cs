namespace AiFixer.Storage.Sealing;

/// <summary>Content is sealed with a key that is not known here, or not yet.</summary>
internal sealed class UnknownDataKeyException(string message) : Exception(message);
