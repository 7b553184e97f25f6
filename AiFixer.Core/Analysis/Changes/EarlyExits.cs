using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>A new way out between taking something and giving it back: whoever leaves by it keeps it.</summary>
internal static class EarlyExits
{
    private const string Takes = @"\b(acquire|lock|begin\w*|borrow|check_?out|obtain|enter|rent|lease|open\w*|get_?conn\w*)\s*\(";
    private const string Gives = @"\b(release|unlock|rollback|commit|close|dispose|leave|exit|give_?back|put_?conn\w*|return_?conn\w*|check_?in)\w*\s*\(";
    private const string ByItself = @"\b(defer|finally|using|with|ensure|try)\b|synchronized|\bAutoClose";
    private const string Leaves = @"^\s*(if\b.*\)?\s*)?(return\b|throw\b|raise\b)";

    /// <summary>The line that leaves; null when there is none.</summary>
    public static string? In(ImmutableArray<Hunk> hunks) => hunks.Select(In).FirstOrDefault(line => line is not null);

    private static string? In(Hunk hunk)
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
}
