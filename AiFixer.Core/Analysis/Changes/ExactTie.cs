using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>
/// A name that a change takes away, or brings, stands word for word in what fails, and stood in nothing before. Few things tie a change to a
/// failure as surely, wherever it runs.
/// </summary>
internal static class ExactTie
{
    private const int LongName = 6;

    /// <summary>A name that stands in both, and how much that ties them.</summary>
    public static (string Name, double Weight)? Of(ReadChange change, Picture picture)
    {
        if (Quoted(change, picture.FailingTexts) is { } quoted && !change.IsBeside)
            return (quoted, 0.8);
        return Named(change, picture) is { } name ? (name, 0.6) : Frames.Named(change, picture) is { } file ? (file, 0.5) : null;
    }

    private static string? Named(ReadChange change, Picture picture)
    {
        if (change.IsBeside || !(change.IsEssential || change.IsDependencies))
            return null;
        var (failing, calm) = (picture.FailingTexts, picture.CalmTexts);
        if (change.IsDependencies)
            return Versions.Names(change).FirstOrDefault(name => failing.Exists(f => IsInTrace(f, name)));
        return Names(change).FirstOrDefault(name => failing.Exists(f => Stands(f, name)) && !calm.Exists(l => Stands(l, name)))
            ?? (change.IsConfiguration && picture.Of(Topic.Unresolved) > 0.5 ? Hosts(change).FirstOrDefault(host => failing.Exists(f => IsFirstPart(f, host))) : null);
    }

    /// <summary>A failure that quotes two names, such as a column and its table, and a change that speaks of both.</summary>
    private static string? Quoted(ReadChange change, IReadOnlyList<string> failing)
    {
        var words = SourceText.Words(change.Removed).Concat(SourceText.Words(change.Added)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var text in failing)
        {
            var names = Regex.Matches(text, @"[""'`]([A-Za-z_]\w{3,40})[""'`](?!\s*:)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Select(m => m.Groups[1].Value).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (names.Count >= 2 && names.Take(2).All(words.Contains))
                return names[0];
            if (names.Find(name => name.Length >= LongName && change.Delta.Settings.Exists(s => IsOf(s.Key, name))) is { } setting)
                return setting;
        }

        return null;
    }

    /// <summary>The setting of that name, or one that begins with it: <c>maxmemory-policy</c> of <c>maxmemory</c>.</summary>
    private static bool IsOf(string key, string name) =>
        key.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (key.Length == name.Length ? name.Contains('_', StringComparison.Ordinal) : key[name.Length] is '-' or '_' or '.');

    /// <summary>A record of a zone is named by the first part of the host alone.</summary>
    private static IEnumerable<string> Hosts(ReadChange change) =>
        change.Delta.TextsRemoved.Concat(SourceText.Words(change.Removed)).Where(text => text.Length is >= 2 and < 64 && Regex.IsMatch(text, "^[a-z][a-z0-9-]*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            .Where(text => !Regex.IsMatch(change.Added, $@"\b{Regex.Escape(text)}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    private static bool IsFirstPart(string text, string host) =>
        Regex.IsMatch(text, $@"(?<![\w.-]){Regex.Escape(host)}\.[a-z][\w-]*(\.[\w-]+)*", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Names(ReadChange change)
    {
        var words = SourceText.Words(change.Removed).Except(SourceText.Words(change.Added), StringComparer.Ordinal)
            .Concat(SourceText.Words(change.Added).Except(SourceText.Words(change.Removed), StringComparer.Ordinal));
        var under = change.Delta.Settings.SelectMany(s => s.Under.Take(1));
        return change.Delta.TextsRemoved.Concat(change.Delta.TextsAdded).Concat(words).Concat(under).Where(IsTelling).Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length);
    }

    /// <summary>A name that somebody made up: of several parts, so that it does not stand there by chance.</summary>
    private static bool IsTelling(string name) =>
        name.Length is >= 6 and < 80 && Regex.IsMatch(name, @"^[\w./:$-]+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
        && (name.IndexOfAny(['_', '-', '.', ':', '/']) > 0 || name.Skip(1).Any(char.IsUpper)) && !Regex.IsMatch(name, @"^v?\d+(\.\d+)*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static bool Stands(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !IsPart(text[at - 1])) && (at + name.Length == text.Length || !IsPart(text[at + name.Length]));
    }

    /// <summary>A trace of calls goes through the package: its name is part of a path or of a qualified name there.</summary>
    private static bool IsInTrace(string text, string package)
    {
        var name = Regex.Escape(package.Split('/')[^1] is { Length: >= 4 } last && !Regex.IsMatch(last, "^v[0-9]+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) ? last : package);
        return Regex.IsMatch(text, $@"(site-packages|node_modules|vendor|gems|lib)[/\\]{name}[/\\.]|[/\\]{name}@|\b{name}\.(\w+\.)*\w*(Error|Exception)|(^|[ (])at {name}\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter is '_';
}
