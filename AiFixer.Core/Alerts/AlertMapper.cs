using System.Collections.Immutable;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Alerts;

/// <summary>Makes alerts of what a body said. What cannot be mapped is kept with its raw payload.</summary>
internal sealed class AlertMapper(AlertOptions options, AlertDigest digest, string source, DateTimeOffset now, SenderGroup? group = null)
{
    public const string Unmapped = "unmapped alert";

    private string? _groupKey;

    /// <param name="news">What tells this delivery from another with the same alert and no time: an idempotency key and a position.</param>
    public IncomingAlert Map(AlertFields fields, ReadOnlyMemory<byte> body, bool truncated, string? news)
    {
        var payload = body[fields.Start..fields.End];
        var raw = fields.Problem is null ? null : Raw(payload);
        var alert = raw is null ? Mapped(fields) : Kept(fields, payload, raw);
        var firing = fields.Status != "resolved" || raw is not null;
        return new(alert, firing, InboxKey(alert, fields, firing, truncated, news), truncated, raw) { Named = news is not null };
    }

    private Alert Mapped(AlertFields fields)
    {
        var labels = fields.Labels.ToImmutable();
        var annotations = fields.Annotations.ToImmutable();
        var name = Name(fields, labels);
        return new()
        {
            Source = source,
            Name = name,
            Severity = AlertSeverity.Of(labels, options),
            Fingerprint = AlertFingerprint.Of(name, labels, options, digest),
            Instance = Instance(name, labels),
            Summary = Text(fields.Summary, AlertLimits.Summary) ?? Note(annotations, "summary", "message", "title") ?? "",
            Description = Text(fields.Description, AlertLimits.Description) ?? Note(annotations, "description", "details") ?? "",
            Labels = labels,
            Annotations = annotations,
            StartsAt = fields.StartsAt ?? now,
            Link = SafeLink(fields.Link),
            Target = AlertTarget.Of(labels, options),
            GroupKey = GroupKey(fields),
        };
    }

    /// <summary>What the alert itself names, or the delivery it is part of.</summary>
    private string? GroupKey(AlertFields fields) => fields.Group is { Length: > 0 } named
        ? digest.Add("group").Add(source).Add(named).Take()
        : _groupKey ??= group?.Key(source, digest);

    private static Blob Raw(ReadOnlyMemory<byte> payload) => payload.Length <= AlertLimits.RawPayload
        ? Blob.Of("application/json", payload.ToArray())
        : Blob.Of("text/plain", payload[..AlertLimits.RawPayload].ToArray());

    private Alert Kept(AlertFields fields, ReadOnlyMemory<byte> payload, Blob raw)
    {
        var labels = fields.Labels.ToImmutable();
        var fingerprint = AlertFingerprint.OfUnmapped(source, fields.Problem!, fields.Name, labels, payload.Span, options, digest);
        var attached = raw.Bytes.Length == payload.Length ? "What was sent" : "The beginning of what was sent";
        return new()
        {
            Source = source,
            Name = Unmapped,
            Severity = AlertSeverity.Of(labels, options),
            Fingerprint = fingerprint,
            Instance = fingerprint,
            Summary = $"This alert could not be taken as it is: {fields.Problem}. {attached} is attached.",
            Labels = fields.IsRefused ? labels.Clear() : labels,
            Annotations = fields.IsRefused ? labels.Clear() : fields.Annotations.ToImmutable(),
            StartsAt = fields.StartsAt ?? now,
            RawPayload = raw.Hash,
        };
    }

    /// <summary>One of the sender's alerts: every label counts.</summary>
    private string Instance(string name, IEnumerable<KeyValuePair<string, string>> labels)
    {
        digest.Add(name);
        foreach (var (label, value) in labels)
            digest.Add(label).Add(value);
        return digest.Take();
    }

    private string InboxKey(Alert alert, AlertFields fields, bool firing, bool truncated, string? news)
    {
        digest.Add(source).Add(alert.Instance).Add(firing ? "firing" : "resolved").Add(news ?? "");
        if (fields.StartsAt is not null || news is null)
            digest.Add(alert.StartsAt);
        if (!firing)
            digest.Add(fields.EndsAt ?? DateTimeOffset.UnixEpoch).Add(truncated ? "truncated" : "whole");
        return digest.Take();
    }

    private static string Name(AlertFields fields, IReadOnlyDictionary<string, string> labels)
    {
        var name = fields.Name ?? labels.GetValueOrDefault("alertname") ?? labels.GetValueOrDefault("rulename") ?? "unnamed alert";
        return TextCleaner.Line(name, AlertLimits.Name);
    }

    private static string? Text(string? text, int limit) => text is null ? null : TextCleaner.Lines(text, limit);

    private static string? Note(ImmutableSortedDictionary<string, string> annotations, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (annotations.TryGetValue(name, out var text))
                return TextCleaner.Lines(text, name is "description" or "details" ? AlertLimits.Description : AlertLimits.Summary);
        }

        return null;
    }

    private static string? SafeLink(string? link) =>
        link is { Length: > 0 and <= AlertLimits.Link } && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.AbsoluteUri
            : null;
}
