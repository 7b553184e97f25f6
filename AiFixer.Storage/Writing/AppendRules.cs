using System.Text;
using AiFixer.Core.Journal;

namespace AiFixer.Storage.Writing;

/// <summary>What no database of ours takes is found before it can spoil a batch.</summary>
internal sealed class AppendRules(int largest)
{
    // PostgreSQL's index pages end a little above this.
    private const int LongestKey = 2000;
    private const int LongestText = 1 << 16;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public string? Problem(Append append)
    {
        if (append.ExpectedVersion < 0)
            return "The expected version is negative.";
        if (append.Entry.Length > largest || append.Snapshot.Length > largest)
            return $"The entry or the snapshot is larger than {largest} bytes.";
        var row = append.Row;
        return Key("id", append.Incident.Value)
            ?? Text("digest", append.PreviousDigest, LongestKey)
            ?? Text("title", row.Title, LongestText)
            ?? Text("fingerprint", row.Fingerprint, LongestText)
            ?? Text("target", row.Target, LongestText)
            ?? Claims(append)
            ?? Blobs(append);
    }

    private string? Blobs(Append append)
    {
        foreach (var blob in append.Blobs)
        {
            if (blob.Bytes.Length > largest)
                return $"A blob is larger than {largest} bytes.";
            if ((Key("blob's hash", blob.Hash) ?? Text("blob's media type", blob.MediaType, LongestKey)) is { } problem)
                return problem;
        }

        return null;
    }

    private static string? Claims(Append append)
    {
        for (var i = 0; i < append.Claims.Count; i++)
        {
            var claim = append.Claims[i];
            if (claim.Slots < 0 || claim.TimeToLive < TimeSpan.Zero)
                return "A claim has a negative number of slots or a negative time to live.";
            if (Key("claim's key", claim.Key) is { } problem)
                return problem;
        }

        for (var i = 0; i < append.Releases.Count; i++)
        {
            if (Key("released key", append.Releases[i]) is { } problem)
                return problem;
        }

        return null;
    }

    private static string? Key(string what, string? value) =>
        string.IsNullOrEmpty(value) ? $"The {what} is empty." : Text(what, value, LongestKey);

    private static string? Text(string what, string? value, int longest)
    {
        if (value is null)
            return $"The {what} is missing.";
        if (value.Contains('\0', StringComparison.Ordinal))
            return $"The {what} has a NUL character in it.";
        try
        {
            return Strict.GetByteCount(value) > longest ? $"The {what} is longer than {longest} bytes." : null;
        }
        catch (EncoderFallbackException)
        {
            return $"The {what} has half a character in it.";
        }
    }
}
