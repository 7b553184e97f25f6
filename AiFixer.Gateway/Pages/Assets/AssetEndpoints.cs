namespace AiFixer.Gateway.Pages.Assets;

internal static class AssetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{name}", Get).AllowAnonymous();

    private static IResult Get(string name, AssetStore assets, HttpContext context)
    {
        if (assets.Find(name) is not { } asset)
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(asset.Content, asset.Type);
    }
}
