using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>What happens to a database from below: failovers, reboots, failing hosts.</summary>
internal static class PlatformRules
{
    public static IEnumerable<Cause?> In(DatabaseFacts facts) => [Failover(facts), DistantCopy.In(facts)];

    private static Cause? Failover(DatabaseFacts facts)
    {
        var said = facts.Recent("failover|fail over|reboot|restarted|shutdown|recovery of the db instance|hardware|host replacement|unreachable|network (partition|connectivity)|availability zone|az outage|maintenance|patching|crash|storage (volume|subsystem)|underlying").ToList();
        if (said.Count == 0)
            return null;
        var sessions = Level.Of(facts.Metrics(Names.Connections));
        var dropped = sessions is not null && sessions.Least < 0.3 * sessions.First;
        var over = said.Exists(e => Changes.Text.Has(e.Message, "complet|finished|is available|promoted"));
        var first = said.Find(e => Changes.Text.Has(e.Message, "failover|unreachable|health|hardware|zone|reboot")) ?? said[0];
        return new(
            Categories.Infrastructure, over && IsBack(facts, said, sessions) ? 0.8 : dropped || said.Count > 1 ? 0.91 : 0.8,
            $"Infrastructure event under {facts.Instance}: {Say.Words(first.Message)} at {Signals.MetricSignals.Clock(first.At)}.{(dropped ? $" Connections dropped with it ({sessions!.Says}, at least {Signals.MetricSignals.Number(sessions.Least)})." : "")}{(over ? " It has finished (the instance is available again); clients that held old connections or addresses have to connect again." : "")} The primary was replaced or restarted from below; the workload is not to blame.",
            "failover", [.. Show.Events(facts, said), .. Show.Levels(sessions, Level.Of(facts.Metrics(Names.Cpu)), Level.Of(facts.Metrics(Names.WriteRate)))])
        { IsCertain = (dropped || said.Count > 1) && !(over && IsBack(facts, said, sessions)) };
    }

    /// <summary>It is over for a while, and as many clients work as before: what is left is to know what it was.</summary>
    private static bool IsBack(DatabaseFacts facts, List<DatabaseEvent> said, Level? sessions) =>
        facts.Scene.Now - said.Max(e => e.At) > TimeSpan.FromMinutes(15) && sessions is { Grew: > 0.8 and < 1.25 };
}
