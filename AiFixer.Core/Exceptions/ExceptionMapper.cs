using System.Collections.Immutable;
using System.Globalization;
using AiFixer.Core.Alerts;
using AiFixer.Core.Classes;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Exceptions;

/// <summary>
/// Makes alerts of exceptions. The same trouble is the same job with the same type of error: never times or values, of which
/// messages and tracebacks are full, and never the class, whose rules people edit while incidents are open. Only an error
/// whose type nobody said is told by its class.
/// </summary>
public sealed class ExceptionMapper(AlertOptions options)
{
    public const string Source = "exception";

    public bool Knows(string severity) => options.Severities.ContainsKey(severity);

    /// <param name="idempotencyKey">The sender's name for this report: with the same key it opens one incident within a day.</param>
    public IncomingAlert Map(ReportedException reported, ErrorClassRules rules, string? idempotencyKey, DateTimeOffset now)
    {
        var (task, type) = (TextCleaner.Line(reported.Task, AlertLimits.Name), TextCleaner.Line(reported.ErrorType ?? "", AlertLimits.Name));
        var named = ErrorClassNames.Parse(type);
        var error = named ?? rules.Of($"{type}\n{reported.Message}\n{reported.Traceback}");
        using var digest = new AlertDigest();
        var fingerprint = digest.Add(Source).Add(task).Add(named is null && type.Length > 0 ? type : ErrorClassNames.Of(error)).Take();
        var labels = Labels(reported, task, type, error);
        var alert = new Alert
        {
            Source = Source,
            Name = $"{task}: {(type.Length > 0 ? type : ErrorClassNames.Of(error))}",
            Severity = AlertSeverity.Of(labels, options),
            Fingerprint = fingerprint,
            Instance = fingerprint,
            Summary = TextCleaner.Lines(reported.Message, AlertLimits.Summary),
            Description = End(TextCleaner.Lines(reported.Traceback, int.MaxValue), AlertLimits.Description),
            Class = error,
            Labels = labels,
            StartsAt = now,
            NeverClears = true,
        };
        return idempotencyKey is null
            ? new(alert, Firing: true, digest.Add(Source).Add(fingerprint).Add("").Add(now).Take())
            : new(alert, Firing: true, InboxKey(digest, task, idempotencyKey)) { Named = true };
    }

    /// <summary>What the store does not take as it is, is kept as what was sent.</summary>
    public static IncomingAlert Kept(IncomingAlert refused, ReadOnlyMemory<byte> body)
    {
        var raw = Blob.Of("text/plain", body[..Math.Min(body.Length, AlertLimits.RawPayload)].ToArray());
        return refused with
        {
            Raw = raw,
            Alert = refused.Alert with
            {
                Summary = "This exception could not be stored as it was sent. The beginning of what was sent is attached.",
                Description = "",
                Labels = refused.Alert.Labels.Clear(),
                RawPayload = raw.Hash,
            },
        };
    }

    private static ImmutableSortedDictionary<string, string> Labels(ReportedException reported, string task, string type, ErrorClass error)
    {
        var labels = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)
            .Add("task", task)
            .Add("error_class", ErrorClassNames.Of(error));
        if (type.Length > 0)
            labels = labels.Add("error_type", type);
        if (reported.Severity is { Length: > 0 } severity)
            labels = labels.Add("severity", TextCleaner.Line(severity, AlertLimits.LabelName));
        return reported.Service is { Length: > 0 } service ? labels.Add("service", TextCleaner.Line(service, AlertLimits.Name)) : labels;
    }

    /// <summary>A traceback says at its end what happened.</summary>
    private static string End(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var from = text.Length - most;
        if (char.IsLowSurrogate(text[from]))
            from++;
        return string.Create(CultureInfo.InvariantCulture, $"[{from} characters cut] …{text[from..]}");
    }

    /// <summary>Of nothing that may be read differently when the same report is sent again.</summary>
    private static string InboxKey(AlertDigest digest, string task, string key) => digest.Add(Source).Add(task).Add(key).Take();
}
