using AiFixer.Core.Texts;
using AiFixer.Gateway.Pages;
using AiFixer.Gateway.Security;
using AiFixer.Playground;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AiFixer.Gateway.Practice;

/// <summary>A page with buttons that break the practice world and heal it.</summary>
internal static class PracticeEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/practice").ExcludeFromDescription();
        pages.MapGet("", Show).RequireAuthorization(Policies.Viewer);
        pages.MapPost("/{trouble}", DisturbAsync).RequireAuthorization(Policies.Operator).AddEndpointFilter<AntiforgeryFilter>();
    }

    private static RazorComponentResult Show(HttpContext context, PracticeWorld world, PageContexts pages) =>
        PageResult.Of<PracticePage>(new PracticeModel(world.State(), Trouble.All), pages.For(context));

    private static async Task<IResult> DisturbAsync(string trouble, HttpContext context, PracticeWorld world, Notices notices, TextBook words)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (ns, name) = ((string?)form["namespace"] ?? "", (string?)form["deployment"] ?? "");
        if (Trouble.All.FirstOrDefault(one => one.Verb == trouble) is not { } wanted || !wanted.Inject(world, ns, name))
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        notices.Leave(context, new(true, words.Say("practice.said", $"{ns}/{name}", words[$"{wanted.Key}.done"])));
        return new SeeOther("/practice");
    }
}
