using System.Globalization;
using System.Text.Json;
using AiFixer.Llm.Providers.Transport;

namespace AiFixer.Llm.Providers.Gemini;

/// <summary>Reads Gemini's errors, which say in the body how long to wait, and for a bad key the same as for a bad request.</summary>
internal static class GeminiFaults
{
    public static ProviderFault Of(int status, string text)
    {
        var body = Wire.TryParse(text) ?? default;
        var error = body.At(0).At("error") is { ValueKind: JsonValueKind.Object } first ? first : body.At("error");
        var code = (int)(error.At("code").Whole() ?? status);
        var fault = StatusFaults.Of(code, error.At("message").Text() ?? text) with { RetryAfter = Delay(error) };
        if (fault.Kind == FaultKind.RateLimited && Details(error).SelectMany(detail => detail.At("violations").Items()).Any(IsPerDay))
            return fault with { Kind = FaultKind.QuotaSpent };
        if (Details(error).Any(detail => detail.At("reason").Text() == "API_KEY_INVALID") || fault.Message.Contains("API key not valid", StringComparison.Ordinal))
            return fault with { Kind = FaultKind.Denied };
        return code == 400 && fault.Message.Contains("token count", StringComparison.OrdinalIgnoreCase) ? fault with { Kind = FaultKind.TooLong } : fault;
    }

    private static IEnumerable<JsonElement> Details(JsonElement error) => error.At("details").Items();

    private static bool IsPerDay(JsonElement violation) => violation.At("quotaId").Text()?.Contains("PerDay", StringComparison.Ordinal) == true;

    private static TimeSpan? Delay(JsonElement error)
    {
        var text = Details(error).Select(detail => detail.At("retryDelay").Text()).FirstOrDefault(delay => delay is not null);
        return text is [.., 's'] && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 86400
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }
}
