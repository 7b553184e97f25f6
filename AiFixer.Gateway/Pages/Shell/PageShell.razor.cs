using Microsoft.AspNetCore.Components;

namespace AiFixer.Gateway.Pages.Shell;

/// <summary>The frame around every page.</summary>
public sealed partial class PageShell
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter, EditorRequired]
    public PageContext Context { get; set; } = null!;

    /// <summary>Where changes of what the page shows are streamed; null when it never changes.</summary>
    [Parameter]
    public string? Stream { get; set; }

    /// <summary>The version that the page shows.</summary>
    [Parameter]
    public long? Version { get; set; }

    /// <summary>How often a browser without scripts reloads; zero where that would take a form away under its reader's hands.</summary>
    [Parameter]
    public int RefreshSeconds { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
