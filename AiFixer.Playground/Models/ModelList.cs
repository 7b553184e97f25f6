namespace AiFixer.Playground.Models;

/// <summary>What each provider answers when it is asked which models there are; a key named <c>bad</c> is refused.</summary>
internal static class ModelList
{
    public static async Task WriteAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var isList = HttpMethods.IsGet(context.Request.Method)
            && (path.EndsWith("/models", StringComparison.Ordinal) || path.EndsWith("/api/tags", StringComparison.Ordinal) || path.Contains("/v1beta/models/", StringComparison.Ordinal));
        var isRefused = context.Request.Headers.Any(header => header.Value.ToString() is "bad" or "Bearer bad");
        context.Response.StatusCode = !isList ? 404 : isRefused ? 401 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(context.Response.StatusCode == 200 ? """{"data":[],"models":[]}""" : """{"error":{"message":"not here"}}""", context.RequestAborted);
    }
}
