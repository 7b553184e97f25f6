using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Engine;
using AiFixer.Simulation.Kernel;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.World;

/// <summary>What kind of run it is.</summary>
/// <param name="Nodes">How many processes share the store; one alone holds it for itself.</param>
/// <param name="Troubles">How many accounts break.</param>
/// <param name="IsGrouped">Whether alerts come in a group.</param>
/// <param name="Calm">How many seconds there are at most between one trouble and the next.</param>
/// <param name="Turmoil">How long things go wrong; after that nothing does any more.</param>
internal sealed record Plot(int Nodes, int Troubles, bool IsGrouped, int Calm, TimeSpan Turmoil, WorkflowRules Rules, EngineOptions Options)
{
    /// <summary>Whether much breaks at once.</summary>
    public bool IsStorm { get; init; }

    /// <summary>Of a hundred processes, how many have a clock that is wrong.</summary>
    public const double SkewedPercent = 20;

    public bool IsShared => Nodes > 1;

    public Plot Stormy() => this with { IsStorm = true, IsGrouped = true, Troubles = Troubles + Storm.More };

    public static Plot By(Chance chance)
    {
        var nodes = chance.Of(1, 1, 2, 3);
        var mode = chance.Of(PolicyMode.Auto, PolicyMode.Review);
        var rules = EngineSettings.Review with
        {
            MaxAttempts = 8,
            Grouping = new() { Window = TimeSpan.FromMinutes(chance.Of(1, 10)), FirstLook = TimeSpan.FromSeconds(30) },
            Investigations = new() { AtOnce = chance.Of(1, 24), PerHour = chance.Of(0, 0, 2) },
            Policy = new() { Mode = mode, Cooldown = TimeSpan.FromSeconds(chance.Of(10, 60)), AutomaticFixesPerHour = chance.Of(1, 3, 100) },
        };
        var options = new EngineOptions
        {
            Workers = chance.Between(1, 4),
            QueueLength = chance.Of(2, 64),
            CacheSize = chance.Of(0, 2, 64),
            ScanInterval = TimeSpan.FromSeconds(chance.Of(1, 5)),
            VerifyInterval = TimeSpan.FromSeconds(5),
            DedupWindow = TimeSpan.FromMinutes(chance.Of(2, 30)),
            StillFiringGrace = TimeSpan.FromMinutes(1),
            SharedStore = nodes > 1,
        };
        return new(nodes, chance.Between(1, 5), chance.Percent(50), chance.Of(5, 30), TimeSpan.FromMinutes(chance.Between(1, 4)), rules, options);
    }
}
