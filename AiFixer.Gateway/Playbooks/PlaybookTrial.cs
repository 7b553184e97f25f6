using System.Text.Json;
using AiFixer.Core.Alerts;
using AiFixer.Core.Exceptions;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Matching;
using AiFixer.Gateway.Exceptions;

namespace AiFixer.Gateway.Playbooks;

/// <summary>Says which playbook an exception or alert would find, and why. Nothing is kept, nothing is done.</summary>
internal sealed class PlaybookTrial(ExceptionMapper mapper, AlertParser parser, TimeProvider time)
{
    /// <param name="body">The JSON of an exception (it has <c>task_name</c>) or of one alert.</param>
    public (PlaybookTrialAnswer? Answer, ParsedDelivery.Invalid? Wrong) Try(ReadOnlyMemory<byte> body, PlaybookSet set)
    {
        if (IsException(body))
        {
            var (exception, wrong) = ExceptionReader.Read(body, mapper);
            return wrong is not null ? (null, wrong) : (Answer(mapper.Map(exception!, set.Rules, null, time.GetUtcNow()).Alert, set), null);
        }

        return parser.Generic(body, null, time.GetUtcNow()) switch
        {
            ParsedDelivery.Invalid invalid => (null, invalid),
            ParsedDelivery.Taken { Alerts: [{ Raw: null } only] } => (Answer(only.Alert, set), null),
            ParsedDelivery.Taken { Alerts: [var unmapped] } => (null, new("body", unmapped.Alert.Summary)),
            _ => (null, new("body", "must be one exception or one alert")),
        };
    }

    private static PlaybookTrialAnswer Answer(Alert alert, PlaybookSet set)
    {
        var error = set.Rules.Of(alert);
        return PlaybookTrialAnswer.Of(error, alert.Severity, set.Match(MatchQuestion.Of(alert, error, alert.Severity)));
    }

    private static bool IsException(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("task_name", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
