using Microsoft.AspNetCore.Antiforgery;

namespace AiFixer.Gateway.Pages;

/// <summary>Takes forms only from our own pages.</summary>
internal sealed class AntiforgeryFilter(IAntiforgery forms) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await forms.IsRequestValidAsync(context.HttpContext) ? await next(context) : TypedResults.StatusCode(StatusCodes.Status400BadRequest);
}
