using AiFixer.Core.Incidents;
using AiFixer.Gateway.Incidents;
using Microsoft.AspNetCore.Components;

namespace AiFixer.Gateway.Pages.IncidentDetail;

/// <summary>One incident: what is asked first, then what was found, what is proposed and what happened.</summary>
public sealed partial class IncidentPage
{
    [Parameter, EditorRequired]
    public IncidentPageModel Model { get; set; } = null!;

    [Parameter, EditorRequired]
    public PageContext Context { get; set; } = null!;

    private IncidentDetails Incident => Model.Incident;

    private string StatusLine => Incident.Phase switch
    {
        _ when Incident is { Status: IncidentStatus.Waiting, Group.Leader: not null } => Words["status.waitingWithGroup"],
        Phase.Reconciling => Words["status.reconciling"],
        Phase.Undoing => Words["status.undoing"],
        _ => Words.Name("status", Incident.Status),
    };
}
