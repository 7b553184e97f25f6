namespace AiFixer.Core.Ports;

/// <summary>
/// The store could not be reached or did not answer. Whether an append under way was stored is unknown: read again.
/// </summary>
public sealed class JournalUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
