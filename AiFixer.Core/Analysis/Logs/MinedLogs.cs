using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Logs;

/// <summary>The kinds of lines there are, and of which kind each line is.</summary>
/// <param name="Templates">What lines of a kind have in common; <c>&lt;*&gt;</c> where they differ.</param>
/// <param name="OfLine">For each line, the place of its template.</param>
public sealed record MinedLogs(ImmutableArray<string> Templates, ImmutableArray<int> OfLine)
{
    /// <summary>Masks each line, then finds the places in which the same line takes many values: a name, a word from outside.</summary>
    public static MinedLogs Of(IReadOnlyList<string> lines)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var ofLine = new int[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var masked = LogMask.Of(lines[i]);
            if (!known.TryGetValue(masked, out var place))
                known.Add(masked, place = known.Count);
            ofLine[i] = place;
        }

        var merged = TemplateMerge.Of([.. known.OrderBy(pair => pair.Value).Select(pair => pair.Key)]);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var template in merged)
            places.TryAdd(template, places.Count);
        return new([.. places.OrderBy(pair => pair.Value).Select(pair => pair.Key)], [.. ofLine.Select(place => places[merged[place]])]);
    }
}
