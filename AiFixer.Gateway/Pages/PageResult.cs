using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AiFixer.Gateway.Pages;

/// <summary>Renders a page whose whole input is one model.</summary>
internal static class PageResult
{
    public static RazorComponentResult Of<TPage>(object model, PageContext context, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(typeof(TPage), new Dictionary<string, object?> { ["Model"] = model, ["Context"] = context }) { StatusCode = status, PreventStreamingRendering = true };
}
