using System.Globalization;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AiFixer.Gateway.Errors;

/// <summary>Every answer that is not a success, as problem+json.</summary>
internal static class Problems
{
    public static ProblemHttpResult Invalid(string field, string problem) =>
        Make(StatusCodes.Status400BadRequest, "The request is not valid.", $"{field} {problem}.", ("field", field));

    public static ProblemHttpResult Unauthorized() =>
        Make(StatusCodes.Status401Unauthorized, "Who are you?", "Send a key as \"Authorization: Bearer …\".");

    public static ProblemHttpResult Forbidden() =>
        Make(StatusCodes.Status403Forbidden, "Not allowed.", "Your key's role may not do this.");

    public static ProblemHttpResult CrossSite() =>
        Make(StatusCodes.Status403Forbidden, "Not allowed.", "The request comes from another site's page.");

    public static ProblemHttpResult NotFound(string what) =>
        Make(StatusCodes.Status404NotFound, "Not found.", what);

    public static ProblemHttpResult Archived(ArchivedIncident archived) =>
        Make(StatusCodes.Status410Gone, "Archived.", archived.Sentence, ("archived_at", archived.At.ToString("O", CultureInfo.InvariantCulture)), ("archive", archived.File));

    public static ProblemHttpResult TooLarge(int limit) =>
        Make(StatusCodes.Status413PayloadTooLarge, "The body is too large.",
            string.Create(CultureInfo.InvariantCulture, $"A body may have {limit} bytes."));

    public static ProblemHttpResult NotJson() =>
        Make(StatusCodes.Status415UnsupportedMediaType, "The body must be JSON.", "Send it with \"Content-Type: application/json\".", ("field", "Content-Type"));

    public static ProblemHttpResult Refused(Refusal refusal) =>
        Make(
            refusal.Code == RefusalCode.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict,
            "Nothing was changed.",
            refusal.Message,
            ("code", refusal.Code.ToString()));

    public static ProblemHttpResult Changed() =>
        Make(StatusCodes.Status412PreconditionFailed, "The incident has changed.", "Read it again: its ETag is not the one in If-Match.");

    public static ProblemHttpResult SettingChanged(long version) =>
        Make(StatusCodes.Status412PreconditionFailed, "The setting has changed.",
            version == 0 ? "It is not there." : string.Create(CultureInfo.InvariantCulture, $"Read it again: it has version {version}."));

    public static ProblemHttpResult Unstorable(string reason) =>
        Make(StatusCodes.Status422UnprocessableEntity, "An alert cannot be stored.", reason);

    public static RetryLater Busy(string reason) => new(reason);

    public static ProblemHttpResult Make(int status, string title, string? detail, params ReadOnlySpan<(string Name, string Value)> more)
    {
        Dictionary<string, object?>? extensions = null;
        foreach (var (name, value) in more)
            (extensions ??= [])[name] = value;
        return TypedResults.Problem(detail, statusCode: status, title: title, extensions: extensions);
    }
}
