using System.Text.Json;
using AiFixer.Llm.Providers.Transport;

namespace AiFixer.Llm.Providers.OpenAi;

/// <summary>Reads errors of OpenAI and of those who speak like it, each of whom writes them in another place.</summary>
internal static class OpenAiFaults
{
    public static ProviderFault Of(int status, string text)
    {
        var body = Wire.TryParse(text) ?? default;
        var fault = StatusFaults.Of(status, Said(body) ?? text);
        return Code(body) switch
        {
            "insufficient_quota" or "billing_hard_limit_reached" => fault with { Kind = FaultKind.QuotaSpent },
            "context_length_exceeded" => fault with { Kind = FaultKind.TooLong },
            "content_filter" or "content_policy_violation" => fault with { Kind = FaultKind.Refused },
            "rate_limit_exceeded" => fault with { Kind = FaultKind.RateLimited },
            "invalid_api_key" => fault with { Kind = FaultKind.Denied },
            _ => fault,
        };
    }

    public static string? Said(JsonElement body) =>
        body.At("error").At("message").Text() ?? body.At("error").Text() ?? body.At("detail").Text();

    private static string? Code(JsonElement body) => body.At("error").At("code").Text() ?? body.At("error").At("type").Text();
}
