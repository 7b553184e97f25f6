using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiFixer.Playground.Cases.Variations.Renaming;

/// <summary>
/// What everything is called instead. A name is renamed part by part, so that what was called alike still is (a pod after its workload);
/// parts that tell what it is made with or what it is for (kafka, gateway) are kept, for they are knowledge and no name.
/// </summary>
internal sealed partial class NewNames
{
    private const int ShortestPart = 3;
    private static readonly string[] Endings = ["service", "svc"];
    private static readonly string[] Syllables = ["ba", "do", "fi", "gu", "ke", "lo", "mi", "nu", "pa", "re", "so", "ti", "vu", "we", "zo", "ja"];

    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);
    private readonly string taken;

    /// <param name="taken">Texts in which no new name may occur before.</param>
    public NewNames(KnownNames known, string taken)
    {
        this.taken = taken;
        ByName = known.Things.Select(name => (Old: name, New: Thing(name)))
            .Concat(known.People.Select(name => (Old: name, New: Person(name))))
            .Where(name => name.New != name.Old)
            .DistinctBy(name => name.Old)
            .ToImmutableDictionary(name => name.Old, name => name.New, StringComparer.Ordinal);
        BySha = known.Shas.ToImmutableDictionary(sha => sha, sha => Stable.Hex($"renamed {sha}", sha.Length), StringComparer.Ordinal);
    }

    public ImmutableDictionary<string, string> ByName { get; }

    public ImmutableDictionary<string, string> BySha { get; }

    private string Thing(string name) => Part().Replace(name, part => OwnPart(part.Value));

    private string OwnPart(string part)
    {
        if (part.Length < ShortestPart || part.Any(char.IsDigit) || KeptWords.All.Contains(part.ToLowerInvariant()))
            return part;
        return Endings.FirstOrDefault(ending => part.Length > ending.Length + 1 && part.EndsWith(ending, StringComparison.Ordinal)) is { } role
            ? New(part[..^role.Length]) + role
            : New(part);
    }

    private string Person(string name) => Part().Replace(name, part => part.Value.Any(char.IsDigit) ? New(part.Value) : New($"person {part.Value}"));

    private string New(string part)
    {
        if (!parts.TryGetValue(part, out var found))
            parts[part] = found = Candidates(part).First(name => !parts.ContainsValue(name) && !taken.Contains(name, StringComparison.OrdinalIgnoreCase));
        return found;
    }

    private static IEnumerable<string> Candidates(string part) => Enumerable.Range(0, int.MaxValue)
        .Select(i => Stable.Number($"{part} {i}"))
        .Select(number => string.Concat(Enumerable.Range(0, 4).Select(at => Syllables[(number >> (4 * at)) & 15])));

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Part();
}
