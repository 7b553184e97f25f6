using AiFixer.Gateway.Intake;
using AiFixer.Gateway.Options;
using AiFixer.Lark;
using AiFixer.Lark.Intake;
using AiFixer.Lark.Wire;

namespace AiFixer.Gateway.Lark;

/// <summary>Takes what the platform posts, and answers when it is on disk.</summary>
internal sealed class LarkEndpoint(LarkWebhook webhook, LarkIntake intake, GatewayOptions options)
{
    public async Task PostAsync(HttpContext context)
    {
        var (body, refusal) = await BodyReader.ReadAsync(context.Request, options.Limits.BodyBytes, static body => body.ToArray(), context.RequestAborted);
        if (refusal is not null)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        // A click does not come again: what was begun is finished also when the platform hangs up.
        var response = await intake.TakeAsync(webhook.Read(Headers(context.Request), body), CancellationToken.None);
        await WriteAsync(context, response);
    }

    private static LarkHeaders Headers(HttpRequest request) => new(
        request.Headers[LarkHeaders.TimestampName].ToString(),
        request.Headers[LarkHeaders.NonceName].ToString(),
        request.Headers[LarkHeaders.SignatureName].ToString());

    private static Task WriteAsync(HttpContext context, LarkResponse response)
    {
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(LarkJson.Text(response.Body), context.RequestAborted);
    }
}
