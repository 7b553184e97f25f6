using Microsoft.AspNetCore.Components;

namespace AiFixer.Gateway.Pages.Errors;

/// <summary>What a person sees when something is wrong.</summary>
public sealed partial class ErrorPage
{
    [Parameter, EditorRequired]
    public ErrorModel Model { get; set; } = null!;

    [Parameter, EditorRequired]
    public PageContext Context { get; set; } = null!;
}
