using System.Buffers;

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
    private static volatile Known _known = new([]);

    public static void Add(IEnumerable<string> secrets)
    {
        lock (Gate)
        {
            // The longest first: one may be a part of another.
            _known = new([.. _known.All.Union(secrets.Where(secret => secret.Length >= Shortest), StringComparer.Ordinal).OrderByDescending(secret => secret.Length)]);
        }
    }

    internal static bool AreIn(string text) => text.AsSpan().ContainsAny(_known.Search);

    internal static string Masked(string text, string mask)
    {
        var known = _known;
        return text.AsSpan().ContainsAny(known.Search)
            ? known.All.Aggregate(text, (masked, secret) => masked.Replace(secret, mask, StringComparison.Ordinal))
            : text;
    }

    private sealed class Known(string[] all)
    {
        public string[] All { get; } = all;

        /// <summary>All of them at once: every text that comes in or goes out is searched.</summary>
        public SearchValues<string> Search { get; } = SearchValues.Create(all, StringComparison.Ordinal);
    }
}
