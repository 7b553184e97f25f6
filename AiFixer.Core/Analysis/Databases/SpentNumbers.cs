using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>New rows are refused, for the numbers by which they would be known are at their end.</summary>
internal static class SpentNumbers
{
    private const string Refused =
        @"(reached|exceed(s|ed)|hit|past) (its |the )?(max(imum)?|min(imum)?|last) value (of|for) (sequence|identity)|sequence .{0,80}(is |was )?(exhausted|exceeds (its )?max)|failed to read auto-?increment"
        + @"|auto[-_ ]?increment\w*.{0,60}(exhaust|out of range|overflow)|ORA-08004|(overflow|exhaust).{0,60}\bidentity (column|value|range|seed)|\bidentity (column|value|range|seed).{0,60}(overflow|exhaust)|overflow error converting identity|multixact.{0,60}(limit exceeded|exhaust)"
        + @"|duplicate entry '(127|255|32767|65535|8388607|16777215|2147483647|4294967295)' for key '([\w]+\.)?PRIMARY'";

    private const string Mended = @"\b(alter(ed)?|widened|converted|resumed|reset)\b.{0,120}(sequence|column|bigint|identity|auto_increment|insert|writes)";

    public static Cause? In(DatabaseFacts facts)
    {
        var said = facts.Recent(Refused).ToList();
        if (said.Count == 0 || facts.Recent(Mended).Any(e => e.At > said[^1].At && !Changes.Text.Has(e.Message, Refused)))
            return null;
        Level?[] done = [Fell(facts, Names.WriteRate), Fell(facts, Names.Commits)];
        var felt = done.OfType<Level>().FirstOrDefault();
        var latency = Level.Of(facts.Metrics(Names.WriteLatency));
        return new(
            Categories.ResourceExhaustion, felt is null ? 0.7 : 0.96,
            $"{facts.Instance} refuses new rows, since the numbers that it gives them are used up: {Say.Words(said[0].Message)} at {Signals.MetricSignals.Clock(said[0].At)}.{(felt is null ? "" : $" Little is written since, as it is refused ({felt.Says}).")}"
            + (felt is not null && latency is { Grew: < 2 } ? $" What is written is as fast as ever ({latency.Says}), so it is not the storage." : "")
            + " More sessions and processor time are clients that try again. The column and what numbers it need a larger type (such as bigint).",
            "roll-forward",
            [.. Show.Events(facts, said), .. Show.Levels([.. done, latency, Level.Of(facts.Metrics(Names.Connections))]), .. Show.Statements(facts, facts.Statements.Where(s => s.Writes).Take(1))])
        { IsCertain = felt is not null };
    }

    private static Level? Fell(DatabaseFacts facts, string names) => Level.Of(facts.Metrics(names)) is { Grew: < 0.5 } fell ? fell : null;
}
