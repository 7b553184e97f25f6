using Microsoft.AspNetCore.Components;

namespace AiFixer.Gateway.Pages.Incidents;

/// <summary>All incidents, newest first.</summary>
public sealed partial class IncidentListPage
{
    private const int ReloadSeconds = 30;

    [Parameter, EditorRequired]
    public IncidentListModel Model { get; set; } = null!;

    [Parameter, EditorRequired]
    public PageContext Context { get; set; } = null!;

    private bool IsFirstPage => Model.Filter.Before is null;

    private bool Wants(Core.Severity severity) => Model.Filter.Severities?.Contains(severity) == true;
}
