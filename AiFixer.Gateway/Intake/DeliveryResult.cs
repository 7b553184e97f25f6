using System.Text.Json;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Serialization;

namespace AiFixer.Gateway.Intake;

/// <summary>200 with what became of each alert, written at once and with its length: there are many of them a second.</summary>
internal sealed class DeliveryResult(IReadOnlyList<ReportReceipt> receipts) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(DeliveryAnswer.Of(receipts), GatewayJsonContext.Default.DeliveryAnswer);
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
