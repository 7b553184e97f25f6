using System.Collections.Frozen;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Rare words that the signs of trouble and a change have in common.</summary>
internal sealed class Terms
{
    private const double Enough = 5;
    private static readonly FrozenSet<string> Common =
        ("the and for from with not was were has have this that are but into its out error errors failed failure fail http https trace id ids level info warn warning debug fatal " +
         "request requests response service services server client code status message time timeout ms sec seconds type name value key data true false null nil none return returns func function " +
         "def class const var let string int bool float public private static void new get set put post context ctx err exception upstream downstream route path api app main src lib pkg internal " +
         "alert monitor metric threshold above below rate ratio count total per max min avg after before while during when one two all any more than over then else").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, double> wanted;
    private readonly Dictionary<string, int> used;
    private readonly int changes;

    public Terms(Picture picture, IReadOnlyList<ReadChange> all)
    {
        var calm = picture.Scene.Lines.Where(l => !l.IsTrouble).SelectMany(l => SourceText.Parts(l.Text)).ToHashSet(StringComparer.Ordinal);
        var owners = picture.Scene.Metrics.Select(m => m.Owner).Concat(picture.Scene.Lines.Select(l => l.Service)).Concat(picture.Scene.Spans.Select(s => s.Service)).Distinct().SelectMany(SourceText.Parts).ToHashSet(StringComparer.Ordinal);
        wanted = picture.Signals.Where(s => s.Strength > 0.5)
            .SelectMany(s => SourceText.Parts($"{s.Name} {s.Says}").Select(word => (word, Weight: s.Kind switch { SignalKind.Log or SignalKind.Span => 1.0, SignalKind.Metric => 0.7, _ => 0.8 })))
            .Where(t => IsTelling(t.word) && !owners.Contains(t.word))
            .GroupBy(t => t.word, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(t => t.Weight) * (calm.Contains(g.Key) ? 0.3 : 1), StringComparer.Ordinal);
        used = all.SelectMany(c => Of(c).Distinct()).CountBy(w => w).ToDictionary(StringComparer.Ordinal);
        changes = Math.Max(1, all.Count);
    }

    /// <summary>How much a change and the signs speak of the same, from 0 to 1, and the words that tell it best.</summary>
    public (double Share, IReadOnlyList<string> Words) Shared(ReadChange change)
    {
        var found = Of(change).Distinct().Where(wanted.ContainsKey).Select(word => (word, Weight: wanted[word] * Rarity(word) * Length(word))).OrderByDescending(t => t.Weight).ToList();
        return (Math.Min(1, found.Sum(t => t.Weight) / Enough), [.. found.Take(4).Select(t => t.word)]);
    }

    private double Rarity(string word) => Math.Min(1, Math.Log(1 + ((double)changes / used.GetValueOrDefault(word, 1))) / 2.5);

    private static double Length(string word) => word.Length switch { <= 3 => 0.3, <= 5 => 0.7, > 9 => 1.5, _ => 1 };

    private static bool IsTelling(string word) => word.Length >= 3 && !Common.Contains(word) && !char.IsDigit(word[0]);

    /// <summary>The words that a change really adds or takes away; those that are on both sides say little.</summary>
    private static IEnumerable<string> Of(ReadChange change)
    {
        var (removed, added) = (SourceText.Parts(change.Removed).ToHashSet(StringComparer.Ordinal), SourceText.Parts(change.Added).ToHashSet(StringComparer.Ordinal));
        removed.SymmetricExceptWith(added);
        return removed.Concat(change.Delta.Settings.SelectMany(s => s.Under.Take(1)).SelectMany(SourceText.Parts)).Concat(change.Commit.Files.SelectMany(SourceText.Parts)).Concat(SourceText.Parts(change.Commit.Message)).Where(IsTelling);
    }
}
