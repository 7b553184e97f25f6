using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>A new way out between taking something and giving it back: whoever leaves by it keeps it.</summary>
internal static partial class EarlyExits
{
    private const string Takes = @"\b(acquire|lock|begin\w*|borrow|check_?out|obtain|enter|rent|lease|open\w*|get_?conn\w*)\s*\(";
    private const string Gives = @"\b(release|unlock|rollback|commit|close|dispose|leave|exit|give_?back|put_?conn\w*|return_?conn\w*|check_?in)\w*\s*\(";
    private const string ByItself = @"\b(defer|finally|using|with|ensure|try)\b|synchronized|\bAutoClose";
    private const string Nothing = @"\b\w*err(or)?\b|==\s*(nil|null|None)\b|\bis None\b|!\s*ok\b|\bis null\b";
    private const string Leaves = @"^\s*(if\b.*\)?\s*)?(return\b|throw\b|raise\b)";

    /// <summary>The line that leaves; null when there is none.</summary>
    public static string? In(ImmutableArray<Hunk> hunks) => hunks.Select(In).FirstOrDefault(line => line is not null);

    private static string? In(Hunk hunk) => BeforeItIsPromised(hunk) ?? ByHand(hunk);

    /// <summary>
    /// What gives back by itself does so from where it stands: whoever leaves before it keeps what was taken, unless there was
    /// nothing to take.
    /// </summary>
    private static string? BeforeItIsPromised(Hunk hunk)
    {
        foreach (var (index, (text, isNew)) in hunk.After.Index())
        {
            if (isNew || Promise().Match(text) is not { Success: true } promise)
                continue;
            var (name, path) = (promise.Groups["name"].Value, promise.Groups["path"].Value);
            var above = hunk.After.Take(index).ToList();
            var taken = above.FindLastIndex(line => !line.IsNew && IsTaken(line.Text, name, path));
            var left = taken < 0 ? -1 : above.FindIndex(taken, line => line.IsNew && Text.Has(line.Text, Leaves));
            if (left > 0 && !Conditions(above, taken, left).Any(condition => Text.Has(condition, Nothing)))
                return above[left].Text;
        }

        return null;
    }

    /// <summary>What is closed was made; what is a part of something, such as its lock, was taken by that part.</summary>
    private static bool IsTaken(string line, string name, string path) => path is "" or ".Body"
        ? Regex.IsMatch(line, $@"^\s*(var\s+|let\s+|const\s+)?{Regex.Escape(name)}\b[\w\s,]*:?=", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
        : line.Contains($"{name}{path}.Lock(", StringComparison.Ordinal) || line.Contains($"{name}{path}.RLock(", StringComparison.Ordinal) || line.Contains($"{name}{path}.Acquire(", StringComparison.Ordinal);

    /// <summary>All that has to be so for the way out to be taken, the line itself included.</summary>
    private static IEnumerable<string> Conditions(List<(string Text, bool IsNew)> lines, int from, int at)
    {
        var inside = Indent(lines[at].Text);
        // What is returned may be called an error; only what is asked before counts.
        yield return Regex.Split(lines[at].Text, @"\b(?:return|throw|raise)\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))[0];
        for (var line = at - 1; line > from; line--)
        {
            if (Indent(lines[line].Text) >= inside)
                continue;
            inside = Indent(lines[line].Text);
            if (Text.Has(lines[line].Text, @"^\s*\}?\s*(else )?(if|case|switch)\b"))
                yield return lines[line].Text;
        }
    }

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;

    private static string? ByHand(Hunk hunk)
    {
        if (hunk.After.Any(line => Text.Has(line.Text, ByItself)))
            return null;
        var (taken, given, left) = (false, true, (string?)null);
        foreach (var (text, isNew) in hunk.After)
        {
            if (!isNew && Text.Has(text, Takes))
                (taken, given, left) = (true, false, null);
            else if (taken && isNew && !given && Text.Has(text, Leaves))
                left ??= text;
            else if (taken && isNew && Text.Has(text, Gives))
                given = true;
            else if (!isNew && Text.Has(text, Gives))
            {
                if (left is not null)
                    return left;
                taken = false;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*defer\s+(func\(\)\s*\{\s*)?(_\s*=\s*)?(?<name>[A-Za-z_]\w*)(?<path>(\.\w+)*)\.(Close|Release|R?Unlock|Rollback|Stop|Free|Return|Put)\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Promise();
}
