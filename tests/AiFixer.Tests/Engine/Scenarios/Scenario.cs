using AiFixer.Core.Incidents;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Tests.Engine.Scenarios;

/// <summary>Something that happens to incidents, from the first alert to the end.</summary>
/// <param name="Play">What senders and people do.</param>
/// <param name="Ends">How the incidents end, in the order in which they were opened, when nothing breaks.</param>
internal sealed record Scenario(string Name, WorkflowRules Rules, Func<Drama, Task> Play, IncidentStatus[] Ends)
{
    /// <summary>How they may end besides when a process died on the way; empty when that must make no difference.</summary>
    public IncidentStatus[] EndsAfterCrash { get; init; } = [];

    public Action<Ledger> World { get; init; } = _ => { };

    public override string ToString() => Name;
}
