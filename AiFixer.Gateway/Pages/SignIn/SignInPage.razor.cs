using Microsoft.AspNetCore.Components;

namespace AiFixer.Gateway.Pages.SignIn;

/// <summary>Where a browser says whose it is.</summary>
public sealed partial class SignInPage
{
    [Parameter, EditorRequired]
    public SignInModel Model { get; set; } = null!;

    [Parameter, EditorRequired]
    public PageContext Context { get; set; } = null!;
}
