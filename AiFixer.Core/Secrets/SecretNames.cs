namespace AiFixer.Core.Secrets;

/// <summary>Names under which secrets are kept, however they are written: <c>ApiKey</c>, <c>api_key</c>, <c>api-key</c>.</summary>
public static class SecretNames
{
    private static readonly string[] Endings = ["apikey", "token", "secret", "password", "passwd", "encryptkey", "privatekey", "credential", "credentials"];

    /// <param name="name">The last part of a key.</param>
    public static bool IsSecret(string name)
    {
        var plain = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Endings.Any(ending => plain.EndsWith(ending, StringComparison.Ordinal));
    }
}
