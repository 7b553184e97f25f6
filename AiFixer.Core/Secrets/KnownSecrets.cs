namespace AiFixer.Core.Secrets;

/// <summary>
/// The secrets that this process was configured with: wherever one of them turns up it is masked, whatever it looks like.
/// One list for the process, for a secret is one in whichever part of it.
/// </summary>
public static class KnownSecrets
{
    /// <summary>Anything shorter would be found in words that are none.</summary>
    private const int Shortest = 12;

    private static readonly Lock Gate = new();
    private static volatile string[] _all = [];

    public static void Add(IEnumerable<string> secrets)
    {
        lock (Gate)
        {
            // The longest first: one may be a part of another.
            _all = [.. _all.Union(secrets.Where(secret => secret.Length >= Shortest), StringComparer.Ordinal).OrderByDescending(secret => secret.Length)];
        }
    }

    internal static bool AreIn(string text) => _all.Any(secret => text.Contains(secret, StringComparison.Ordinal));

    internal static string Masked(string text, string mask)
    {
        foreach (var secret in _all)
            text = text.Replace(secret, mask, StringComparison.Ordinal);
        return text;
    }
}
