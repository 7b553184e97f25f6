using AiFixer.Core.Alerts;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Options;

namespace AiFixer.Gateway.Intake;

/// <summary>Takes what senders post and answers when all of it is on disk.</summary>
internal sealed partial class AlertIntake(
    AlertParser parser, IIncidentHost host, GatewayOptions options, TimeProvider time, ILogger<AlertIntake> log)
{
    private const int LongestKey = 200;

    public async Task<IResult> WebhookAsync(HttpContext context)
    {
        var (delivery, refusal) = await BodyReader.ReadAsync(
            context.Request, options.Limits.BodyBytes, body => parser.Alertmanager(body, time.GetUtcNow()), context.RequestAborted);
        return refusal ?? await TakeAsync(delivery!, resendsForEver: true, context.RequestAborted);
    }

    public async Task<IResult> PostAsync(HttpContext context)
    {
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > LongestKey)
            return Problems.Invalid("Idempotency-Key", "may have 200 characters");
        var (delivery, refusal) = await BodyReader.ReadAsync(
            context.Request,
            options.Limits.BodyBytes,
            body => parser.Generic(body, key.Length == 0 ? null : key, time.GetUtcNow()),
            context.RequestAborted);
        return refusal ?? await TakeAsync(delivery!, resendsForEver: false, context.RequestAborted);
    }

    private async Task<IResult> TakeAsync(ParsedDelivery delivery, bool resendsForEver, CancellationToken cancellationToken)
    {
        if (delivery is ParsedDelivery.Invalid invalid)
        {
            InvalidBody(invalid.Field, invalid.Problem);
            return Problems.Invalid(invalid.Field, invalid.Problem);
        }

        var alerts = ((ParsedDelivery.Taken)delivery).Alerts;
        var receipts = alerts.Count == 0 ? [] : await host.ReportAsync(alerts, cancellationToken);
        LogRefusals(alerts, receipts);
        if (receipts.Any(receipt => receipt.Outcome == ReportOutcome.Busy))
            return Problems.Busy("The queue is full. Send all of it again: what was stored already is not stored twice.");
        if (!resendsForEver && receipts.All(receipt => receipt.Outcome == ReportOutcome.Refused))
            return Problems.Unstorable(receipts[0].Reason ?? "It cannot be stored.");
        return TypedResults.Ok(DeliveryAnswer.Of(receipts));
    }

    private void LogRefusals(IReadOnlyList<IncomingAlert> alerts, IReadOnlyList<ReportReceipt> receipts)
    {
        for (var i = 0; i < receipts.Count; i++)
        {
            if (receipts[i].Outcome == ReportOutcome.Refused)
                RefusedAlert(alerts[i].Alert.Name, receipts[i].Reason);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A delivery was turned away: {Field} {Problem}")]
    private partial void InvalidBody(string field, string problem);

    [LoggerMessage(LogLevel.Warning, "The alert {Name} cannot be stored: {Reason}")]
    private partial void RefusedAlert(string name, string? reason);
}
