using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Engine.Tasks;

/// <summary>Makes the calls that plugins get.</summary>
internal static class Calls
{
    private const string Actor = "aifixer";

    public static PluginCall For(Incident state, PluginRequest request, string? actionId, DateTimeOffset now) =>
        new(request.Arguments, state.Id.Value, actionId is null ? null : $"{state.Id}/{actionId}", Actor, now);

    public static PluginCall For(Incident state, IncidentAction action, DateTimeOffset now) =>
        For(state, action.Request, action.Id, now);
}
