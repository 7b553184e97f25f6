using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>What can explain a database's trouble, the best explanation first.</summary>
internal static class DatabaseAnalysis
{
    private const double Trouble = 0.6;

    public static ImmutableList<Cause> Of(DatabaseFacts facts)
    {
        ImmutableList<Cause> found = [.. RoomRules.In(facts).Concat(LoadRules.In(facts)).Concat(PlatformRules.In(facts)).OfType<Cause>().OrderByDescending(c => c.Strength)];
        return found.Exists(c => c.Strength >= Trouble) || !Sees(facts) || Moves(facts) ? found : [Well(facts), .. found];
    }

    private static bool Sees(DatabaseFacts facts) => facts.Evidence is not null && facts.Scene.Metrics.Exists(m => m.Owner == facts.Instance);

    /// <summary>What loses most of its room in the time that was looked at is not well, whatever else it is.</summary>
    private static bool Moves(DatabaseFacts facts) => Level.Of(facts.Metrics(Names.FreeStorage)) is { Grew: < 0.6 };

    private static Cause Well(DatabaseFacts facts)
    {
        Level?[] levels =
        [
            Level.Of(facts.Metrics(Names.Cpu)), Level.Of(facts.Metrics(Names.Connections)), Level.Of(facts.Metrics(Names.FreeStorage)),
            Level.Of(facts.Metrics(Names.Lag, replicas: true)), Level.Of(facts.Metrics(Names.WriteRate)),
        ];
        return new(
            Categories.Healthy, 0.9, $"No failure: {facts.Instance} operates within normal bounds. Processor, connections, storage, replication and writes keep their levels, and no event around the alert tells of trouble.", "none",
            [.. levels.OfType<Level>().Select(l => new CitedClaim($"{l.Says}.", [l.Metric.Evidence]))])
        { IsCertain = true };
    }
}
