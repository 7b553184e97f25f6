using System.Text.Json.Nodes;

namespace AiFixer.Playground.Docker;

/// <summary>Answers in the Engine's forms.</summary>
internal static class DockerAnswer
{
    public static Task TextAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = text.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(text);
    }

    public static Task JsonAsync(HttpContext context, JsonNode body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString());
    }

    public static Task ErrorAsync(HttpContext context, int code, string message)
    {
        context.Response.StatusCode = code;
        return JsonAsync(context, new JsonObject { ["message"] = message });
    }

    public static Task EmptyAsync(HttpContext context)
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    public static Task NotModifiedAsync(HttpContext context)
    {
        context.Response.StatusCode = 304;
        return Task.CompletedTask;
    }
}
