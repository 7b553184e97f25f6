using System.Collections.Immutable;
using System.Text;
using AiFixer.Core.Alerts;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Secrets;

/// <summary>An alert without what looks like a secret: what is not kept cannot be shown, sent or exported.</summary>
public static class AlertMask
{
    // What kube-state-metrics calls the label with the name of a Secret; the name is none.
    private const string NameOfObject = "secret";

    public static IncomingAlert Of(IncomingAlert incoming)
    {
        var raw = Of(incoming.Raw);
        var alert = Of(incoming.Alert);
        if (ReferenceEquals(alert, incoming.Alert) && ReferenceEquals(raw, incoming.Raw))
            return incoming;
        return incoming with { Alert = raw is null ? alert : alert with { RawPayload = raw.Hash }, Raw = raw };
    }

    private static Alert Of(Alert alert)
    {
        var labels = Of(alert.Labels);
        var annotations = Of(alert.Annotations);
        var masked = alert with
        {
            Name = SecretText.Masked(alert.Name),
            Summary = SecretText.Masked(alert.Summary),
            Description = SecretText.Masked(alert.Description),
            Link = alert.Link is null ? null : SecretText.Masked(alert.Link),
            Labels = labels,
            Annotations = annotations,
            Target = alert.Target is { } target ? target with { Namespace = SecretText.Masked(target.Namespace), Name = SecretText.Masked(target.Name) } : null,
        };
        return masked == alert ? alert : masked;
    }

    private static ImmutableSortedDictionary<string, string> Of(ImmutableSortedDictionary<string, string> pairs)
    {
        var masked = pairs;
        foreach (var (name, value) in pairs)
        {
            var told = name != NameOfObject && SecretNames.IsSecret(name) && value.Length > 0 ? SecretText.Hidden : SecretText.Masked(value);
            if (told != value)
                masked = masked.SetItem(name, told);
        }

        return masked;
    }

    private static Blob? Of(Blob? raw)
    {
        if (raw is null)
            return null;
        var text = Encoding.UTF8.GetString(raw.Bytes.Span);
        var masked = SecretJson.Masked(text);
        return masked == text ? raw : Blob.Of(raw.MediaType, Encoding.UTF8.GetBytes(masked));
    }
}
