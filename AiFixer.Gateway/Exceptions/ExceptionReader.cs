using System.Text.Json;
using AiFixer.Core.Alerts;
using AiFixer.Core.Exceptions;
using AiFixer.Gateway.Serialization;

namespace AiFixer.Gateway.Exceptions;

/// <summary>Reads a posted exception; what is wrong is named by its field.</summary>
internal static class ExceptionReader
{
    public static (ReportedException? Exception, ParsedDelivery.Invalid? Wrong) Read(ReadOnlyMemory<byte> body, ExceptionMapper mapper)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, GatewayJsonContext.Default.PostedException) is { } posted
                ? Check(posted, mapper)
                : (null, new("body", "must be an object"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            var field = (e as JsonException)?.Path?.TrimStart('$', '.');
            return (null, string.IsNullOrEmpty(field) ? new("body", "is not the JSON this takes") : new(TextCleaner.Line(field, AlertLimits.LabelName), "must be text"));
        }
    }

    private static (ReportedException? Exception, ParsedDelivery.Invalid? Wrong) Check(PostedException posted, ExceptionMapper mapper)
    {
        if (string.IsNullOrWhiteSpace(posted.TaskName))
            return (null, new("task_name", "is missing"));
        if (posted.TaskName.Length > AlertLimits.Name)
            return (null, new("task_name", $"may have {AlertLimits.Name} characters"));
        if (posted.ErrorType?.Length > AlertLimits.Name)
            return (null, new("error_type", $"may have {AlertLimits.Name} characters"));
        if (string.IsNullOrWhiteSpace(posted.Message))
            return (null, new("message", "is missing"));
        if (posted.Severity is { Length: > 0 } severity && !mapper.Knows(severity))
            return (null, new("severity", "must be P0 to P3, or a word that the configuration knows"));
        return (new(posted.TaskName.Trim(), posted.ErrorType?.Trim(), posted.Message, posted.Traceback ?? "", posted.Severity, posted.Service), null);
    }
}
