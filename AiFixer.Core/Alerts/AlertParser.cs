using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace AiFixer.Core.Alerts;

/// <summary>Reads the bodies that senders post. Never throws for what is in them.</summary>
public sealed class AlertParser(AlertOptions options)
{
    private readonly AlertDigests _digests = new();

    /// <summary>The webhook body of Alertmanager or Grafana.</summary>
    /// <param name="refused">Positions of alerts that the store did not take: they are kept like those that cannot be mapped.</param>
    public ParsedDelivery Alertmanager(ReadOnlyMemory<byte> body, DateTimeOffset now, IReadOnlySet<int>? refused = null)
    {
        try
        {
            var read = AlertmanagerBody.Read(WithoutMark(body).Span);
            if (read.Invalid is var (field, problem))
                return new ParsedDelivery.Invalid(field, problem);
            return Map(read.Alerts, digest => new(options, digest, read.Source, now, read.Group), WithoutMark(body), read.Truncated, null, refused);
        }
        catch (JsonException broken)
        {
            return NotJson(broken);
        }
    }

    /// <summary>One alert or an array of them in the general form.</summary>
    /// <param name="idempotencyKey">The sender's name for this delivery: with the same key it opens one incident within a day.</param>
    /// <param name="refused">Positions of alerts that the store did not take: they are kept like those that cannot be mapped.</param>
    public ParsedDelivery Generic(ReadOnlyMemory<byte> body, string? idempotencyKey, DateTimeOffset now, IReadOnlySet<int>? refused = null)
    {
        try
        {
            if (GenericBody.Read(WithoutMark(body).Span, now) is not { } alerts)
                return new ParsedDelivery.Invalid("body", "must be an alert or an array of alerts");
            if (alerts.Count == 0)
                return new ParsedDelivery.Invalid("body", "has no alerts");
            return Map(alerts, digest => new(options, digest, "api", now), WithoutMark(body), false, idempotencyKey, refused);
        }
        catch (JsonException broken)
        {
            return NotJson(broken);
        }
    }

    private ParsedDelivery.Taken Map(
        List<AlertFields> read, Func<AlertDigest, AlertMapper> mapperWith, ReadOnlyMemory<byte> body, bool truncated, string? key, IReadOnlySet<int>? refused)
    {
        foreach (var i in refused ?? FrozenSet<int>.Empty)
            read[i].Refuse();
        var digest = _digests.Borrow();
        var mapper = mapperWith(digest);
        var alerts = new IncomingAlert[read.Count];
        for (var i = 0; i < alerts.Length; i++)
            alerts[i] = mapper.Map(read[i], body, truncated, key is null ? null : string.Create(CultureInfo.InvariantCulture, $"{i}/{key}"));
        _digests.GiveBack(digest);
        return new(alerts);
    }

    private static ParsedDelivery.Invalid NotJson(JsonException broken) =>
        new("body", string.Create(CultureInfo.InvariantCulture,
            $"is not JSON: something is wrong in line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}"));

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
}
