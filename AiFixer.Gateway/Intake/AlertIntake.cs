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
        var (body, refusal) = await ReadAsync(context);
        return refusal ?? await TakeAsync(refused => parser.Alertmanager(body, time.GetUtcNow(), refused), mayResend: true, context.RequestAborted);
    }

    public async Task<IResult> PostAsync(HttpContext context)
    {
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > LongestKey)
            return Problems.Invalid("Idempotency-Key", "may have 200 characters");
        var (body, refusal) = await ReadAsync(context);
        return refusal ?? await TakeAsync(
            refused => parser.Generic(body, key.Length == 0 ? null : key, time.GetUtcNow(), refused), mayResend: false, context.RequestAborted);
    }

    /// <summary>The body outlives its request's buffers: what the store does not take is made of it again.</summary>
    private ValueTask<(byte[]? Body, IResult? Refusal)> ReadAsync(HttpContext context) =>
        BodyReader.ReadAsync(context.Request, options.Limits.BodyBytes, static body => body.ToArray(), context.RequestAborted);

    /// <param name="parse">Reads the delivery; given places of alerts that the store does not take, as it can be kept.</param>
    public async Task<IResult> TakeAsync(
        Func<IReadOnlySet<int>?, ParsedDelivery> parse, bool mayResend, CancellationToken cancellationToken)
    {
        var delivery = parse(null);
        if (delivery is ParsedDelivery.Invalid invalid)
        {
            InvalidBody(invalid.Field, invalid.Problem);
            return Problems.Invalid(invalid.Field, invalid.Problem);
        }

        var alerts = ((ParsedDelivery.Taken)delivery).Alerts;
        var receipts = alerts.Count == 0 ? [] : await host.ReportAsync(alerts, cancellationToken);
        if (receipts.Any(receipt => receipt.Outcome == ReportOutcome.Refused))
            receipts = await KeepAsync(parse, alerts, receipts, cancellationToken);
        if (receipts.FirstOrDefault(receipt => receipt.Outcome == ReportOutcome.Busy) is { } busy)
            return Problems.Busy($"{busy.Reason ?? "The queue is full."} Send all of it again: what was stored already is not stored twice.");
        if (receipts.FirstOrDefault(receipt => receipt.Outcome == ReportOutcome.Refused) is not { } lost)
            return new DeliveryResult(receipts);
        return mayResend
            ? Problems.Busy($"An alert could not be stored: {lost.Reason} Send all of it again: what was stored already is not stored twice.")
            : Problems.Unstorable(lost.Reason ?? "It cannot be stored.");
    }

    /// <summary>What the store does not take as it is, is kept as what was sent.</summary>
    private async Task<IReadOnlyList<ReportReceipt>> KeepAsync(
        Func<IReadOnlySet<int>?, ParsedDelivery> parse, IReadOnlyList<IncomingAlert> alerts, IReadOnlyList<ReportReceipt> receipts, CancellationToken cancellationToken)
    {
        var refused = Enumerable.Range(0, receipts.Count).Where(i => receipts[i].Outcome == ReportOutcome.Refused).ToHashSet();
        foreach (var i in refused)
            RefusedAlert(alerts[i].Alert.Name, receipts[i].Reason);
        var kept = ((ParsedDelivery.Taken)parse(refused)).Alerts;
        var answers = new Queue<ReportReceipt>(await host.ReportAsync([.. refused.Order().Select(i => kept[i])], cancellationToken));
        return [.. receipts.Select((receipt, i) => refused.Contains(i) ? answers.Dequeue() : receipt)];
    }

    [LoggerMessage(LogLevel.Warning, "A delivery was turned away: {Field} {Problem}")]
    private partial void InvalidBody(string field, string problem);

    [LoggerMessage(LogLevel.Warning, "The alert {Name} cannot be stored as it is: {Reason}")]
    private partial void RefusedAlert(string name, string? reason);
}
