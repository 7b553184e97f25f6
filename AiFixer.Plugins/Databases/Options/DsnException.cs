namespace AiFixer.Plugins.Databases;

/// <summary>A DSN that cannot be used; the message shows no value of it.</summary>
internal sealed class DsnException(string message) : Exception(message);
