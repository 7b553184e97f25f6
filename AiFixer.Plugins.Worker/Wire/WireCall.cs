namespace AiFixer.Plugins.Worker.Wire;

/// <summary>What of a call can be sent to another process.</summary>
internal sealed record WireCall(string Arguments, string IncidentId, string? ActionId, string Actor, DateTimeOffset Now)
{
    public static WireCall Of(PluginCall call) => new(call.Arguments, call.IncidentId, call.ActionId, call.Actor, call.Now);

    public PluginCall ToCall(Func<bool> mayLeave) => new(Arguments, IncidentId, ActionId, Actor, Now) { MayLeave = mayLeave };
}
