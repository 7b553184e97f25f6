namespace AiFixer.Plugins.Http;

/// <summary>The configured credentials cannot be read now.</summary>
internal sealed class UnreadableSecretException(string message, Exception? inner = null) : Exception(message, inner);
