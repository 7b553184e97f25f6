using System.Text;

namespace AiFixer.Playground.Lark.Rest;

internal static class AnswerWriter
{
    /// <param name="isCut">Only half of it is sent, as if that were all.</param>
    public static async Task WriteAsync(HttpContext context, LarkAnswer answer, bool isCut)
    {
        var body = Encoding.UTF8.GetBytes(answer.Body?.ToJsonString() ?? answer.Text ?? "");
        if (isCut)
            body = body[..(body.Length / 2)];
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Body is null ? "text/plain" : "application/json; charset=utf-8";
        context.Response.Headers["X-Tt-Logid"] = "practice";
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
