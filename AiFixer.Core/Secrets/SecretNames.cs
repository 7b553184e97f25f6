namespace AiFixer.Core.Secrets;

/// <summary>Names under which secrets are kept, however they are written: <c>ApiKey</c>, <c>api_key</c>, <c>api-key</c>.</summary>
public static class SecretNames
{
    private static readonly string[] Endings = ["apikey", "token", "secret", "password", "passwd", "encryptkey", "privatekey", "credential", "credentials"];

    /// <param name="name">The last part of a key.</param>
    public static bool IsSecret(string name)
    {
        foreach (var ending in Endings)
        {
            if (EndsWith(name, ending))
                return true;
        }

        return false;
    }

    /// <summary>From behind, and whatever is neither letter nor digit does not count: every label of every alert is asked about.</summary>
    private static bool EndsWith(string name, string ending)
    {
        var left = ending.Length;
        for (var at = name.Length - 1; at >= 0 && left > 0; at--)
        {
            if (!char.IsAsciiLetterOrDigit(name[at]))
                continue;
            if (char.ToLowerInvariant(name[at]) != ending[--left])
                return false;
        }

        return left == 0;
    }
}
