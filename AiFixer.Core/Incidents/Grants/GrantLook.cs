namespace AiFixer.Core.Incidents;

/// <summary>The last look of all, by whoever has the call in hand.</summary>
public static class GrantLook
{
    /// <summary>Whether the action has a grant that is whole, fits it, and is still good.</summary>
    public static bool Opens(Incident state, string action, WorkflowRules rules, DateTimeOffset now) =>
        Workflow.GrantChecks.Find(state, state.Action(action), rules, now) is null;
}
