using System.Text;
using System.Text.RegularExpressions;

namespace AiFixer.Storage.Retention;

/// <summary>What in an entry may be the hash of a blob. Whether there is one, and whose, the store knows.</summary>
internal static partial class BlobHashes
{
    public static IEnumerable<string> In(ReadOnlySpan<byte> entry) =>
        [.. Hash().Matches(Encoding.UTF8.GetString(entry)).Select(match => match.Groups[1].Value).Distinct()];

    [GeneratedRegex("\"([0-9a-f]{64})\"")]
    private static partial Regex Hash();
}
