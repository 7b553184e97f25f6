namespace AiFixer.Storage;

/// <summary>The database is there but must not be used like this; the message says what to do about it.</summary>
public sealed class StorageRefusedException(string message, Exception? inner = null) : Exception(message, inner);
