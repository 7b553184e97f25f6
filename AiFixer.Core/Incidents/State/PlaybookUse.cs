using System.Collections.Immutable;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Matching;
using AiFixer.Core.Policy;

namespace AiFixer.Core.Incidents;

/// <summary>The playbook that fits an incident, as it was when it was found: changing it later changes nothing here.</summary>
/// <param name="Version">A hash of all it said.</param>
/// <param name="Mode">Null when the policy's mode is its own.</param>
/// <param name="Target">What its limits are counted for when no plugin names a target.</param>
/// <param name="Reason">Why this one.</param>
/// <param name="Others">How many others had a pattern that occurs.</param>
public sealed record PlaybookUse(
    string Id,
    string Name,
    string Version,
    PlaybookAction Action,
    TimeSpan Cooldown,
    int MaxRetries,
    PolicyMode? Mode,
    string Target,
    string Reason,
    ImmutableList<RunnerUp> RunnersUp,
    int Others = 0);
