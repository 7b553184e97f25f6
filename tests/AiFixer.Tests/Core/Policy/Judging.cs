using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Policy;

/// <summary>What the whole policy says of actions that a proposal would bring.</summary>
internal static class Judging
{
    public static readonly PolicyOptions Auto = new() { Mode = PolicyMode.Auto };

    public static PolicyDecision Of(PolicyOptions options, params PlannedAction[] planned) => Of(options, 0, planned);

    /// <param name="earlier">How many actions the incident had before.</param>
    public static PolicyDecision Of(PolicyOptions options, int earlier, params PlannedAction[] planned) => At(Given.Start, options, earlier, planned);

    public static PolicyDecision At(DateTimeOffset now, PolicyOptions options, int earlier, params PlannedAction[] planned)
    {
        IncidentAction[] actions = [.. planned.Select((action, index) => Action(action, earlier + index))];
        var before = Enumerable.Range(0, earlier).Select(index => Action(Given.Planned(), index));
        var incident = Stories.Proposing(Given.Auto).State with { Actions = [.. before, .. actions] };
        return PolicyEngine.Decide(incident, actions, options, PolicyFacts.None, now);
    }

    public static PlannedAction Moving(int replicas) =>
        Given.Planned(traits: Given.Traits(verb: "scale")) with { Plan = Given.Plan() with { Magnitude = replicas } };

    public static PlannedAction In(string @namespace) => Given.Planned(@namespace: @namespace);

    public static PlannedAction With(PluginRisk risk = PluginRisk.Low, string verb = "restart") =>
        Given.Planned(traits: Given.Traits(risk, verb: verb));

    private static IncidentAction Action(PlannedAction planned, int index) =>
        new($"a{index + 1}", 1, planned.Request, planned.Traits, planned.Plan, planned.Why) { Mode = planned.Mode };
}
