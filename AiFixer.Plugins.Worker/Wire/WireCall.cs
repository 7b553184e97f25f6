namespace AiFixer.Plugins.Worker.Wire;

/// <summary>What of a call can be sent to another process.</summary>
internal sealed record WireCall(
    string Arguments, string IncidentId, string? ActionId, string Actor, DateTimeOffset Now, string TraceId, bool DryRun, DateTimeOffset Deadline)
{
    public static WireCall Of(PluginCall call) =>
        new(call.Arguments, call.IncidentId, call.ActionId, call.Actor, call.Now, call.TraceId, call.DryRun, call.Deadline);

    public PluginCall ToCall(Func<bool> mayLeave, IPluginSettings settings, IPluginLog log) => new(Arguments, IncidentId, ActionId, Actor, Now)
    {
        MayLeave = mayLeave,
        Settings = settings,
        Log = log,
        TraceId = TraceId,
        DryRun = DryRun,
        Deadline = Deadline,
    };
}
