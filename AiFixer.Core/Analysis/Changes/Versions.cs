using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>What a change of versions means: a new first number promises trouble, a new last one promises none.</summary>
internal static partial class Versions
{
    public static (double, string)? Changed(ReadChange change)
    {
        if (!change.Kinds.Contains(FileKind.Dependencies) && !Image().IsMatch(change.Added))
            return null;
        var before = Read(change.Removed);
        var best = Read(change.Added)
            .Select(now => (now.Name, From: before.Find(b => b.Name == now.Name).Version, To: now.Version))
            .Where(v => v.From is not null && v.From != v.To)
            .Select(v => (v.Name, v.From, v.To, Weight: Weight(v.From!, v.To)))
            .OrderByDescending(v => v.Weight).FirstOrDefault();
        return best.Name is null ? (0.3, "changes what it is built on") : (best.Weight, $"moves {best.Name} from {best.From} to {best.To}");
    }

    /// <summary>The names of what is moved to another version.</summary>
    public static IEnumerable<string> Names(ReadChange change) => Read(change.Added).Select(v => v.Name);

    private static double Weight(string from, string to)
    {
        var (a, b) = (from.Split('.', '-'), to.Split('.', '-'));
        if (a[0] != b[0])
            return 0.95;
        return a.Length > 1 && b.Length > 1 && a[1] != b[1] ? a[0] is "0" or "v0" ? 0.7 : 0.4 : 0.2;
    }

    private static List<(string Name, string Version)> Read(string lines) =>
        [.. Pair().Matches(lines).Select(m => (m.Groups["name"].Value.Trim('"', '\''), m.Groups["version"].Value))];

    [GeneratedRegex("""(?<name>[A-Za-z@][\w@./-]*)["']?\s*(?:[:=]=?|\s|Version=|>=|~=|\^)+\s*["'^~>=]*(?<version>v?\d+\.\d+[\w.+-]*)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^\s*(image|FROM)\b", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Image();
}
