using System.Text;

namespace AiFixer.Plugins.Http;

/// <summary>Turns error answers into something to act on.</summary>
internal static class HttpErrors
{
    private const int MaxMessage = 600;
    private const int MaxPage = 120;

    /// <param name="said">The service's own words; without them the beginning of the body, which may be a proxy's page.</param>
    public static HttpError From(string label, HttpAnswer answer, string? said)
    {
        var words = said is { Length: > 0 } ? OutsideText.Line(said, MaxMessage) : Beginning(answer);
        return new(HttpFailure.Refused, Sentence(label, answer.Code, words), answer.Code);
    }

    /// <summary>An answer of success that is not the service's own format.</summary>
    public static HttpError Unreadable(string label, HttpAnswer answer, string what) => new(
        HttpFailure.Unreadable,
        $"{label} answered with something else than JSON of its API ({answer.MediaType}): {OutsideText.Line(what, MaxPage)}; it began with: {Beginning(answer)}");

    private static string Sentence(string label, int code, string said) => code switch
    {
        401 => $"{label} does not accept our credentials (401): {said}",
        403 => $"{label} does not allow it (403): {said}",
        404 => $"{label} knows nothing of the kind (404): {said}",
        429 => $"{label} asks us to wait (429): {said}",
        >= 300 and < 400 => $"{label} sends us elsewhere ({code}); its Url must be the service's own: {said}",
        >= 500 => $"{label} has trouble of its own ({code}): {said}",
        _ => $"{label} refused ({code}): {said}",
    };

    private static string Beginning(HttpAnswer answer) =>
        OutsideText.Line(Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(answer.Body.Length, 2 * MaxPage))), MaxPage);
}
