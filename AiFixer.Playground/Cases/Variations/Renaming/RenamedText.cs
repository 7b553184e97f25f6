using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiFixer.Playground.Cases.Variations.Renaming;

/// <summary>Texts with the new names in the place of the old. A sha is known by its beginning as well.</summary>
internal sealed partial class RenamedText
{
    /// <summary>What these hold is chosen from a list that everybody knows, and is nobody's name.</summary>
    private static readonly HashSet<string> Fixed =
    [
        "id", "suite", "source", "category", "forbidden_categories", "remediation", "apiVersion", "kind", "type", "reason", "phase", "status", "level", "severity",
    ];

    private const int ShortestSha = 7;

    private readonly ImmutableDictionary<string, string> names;
    private readonly ImmutableDictionary<string, string> shas;
    private readonly Regex? known;

    public RenamedText(ImmutableDictionary<string, string> names, ImmutableDictionary<string, string> shas)
    {
        (this.names, this.shas) = (names, shas);
        // The longest first: a pod's name begins with its workload's. In a query of an address a name follows upon an escaped quote.
        var any = string.Join('|', names.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(Regex.Escape));
        known = names.IsEmpty ? null : new($"(?:(?<![A-Za-z0-9])|(?<=%[0-9A-F]{{2}}))(?:{any})(?![A-Za-z0-9])", RegexOptions.CultureInvariant);
    }

    public string Of(string text)
    {
        var named = known?.Replace(text, match => names[match.Value]) ?? text;
        return Sha().Replace(named, match => Called(match.Value));
    }

    /// <summary>The text of a property.</summary>
    public string Of(string key, string text) => Fixed.Contains(key) ? text : Of(text);

    private string Called(string text) => shas.GetValueOrDefault(text)
        ?? (text.Length < ShortestSha ? null : shas.FirstOrDefault(sha => sha.Key.StartsWith(text, StringComparison.Ordinal)).Value?[..text.Length])
        ?? text;

    [GeneratedRegex("(?<![A-Za-z0-9])[0-9a-f]{6,64}(?![A-Za-z0-9])")]
    private static partial Regex Sha();
}
