using AiFixer.Llm.Providers.Transport;

namespace AiFixer.Llm.Providers.Anthropic;

/// <summary>Reads Anthropic's errors.</summary>
internal static class AnthropicFaults
{
    public static ProviderFault Of(int status, string text)
    {
        var error = (Wire.TryParse(text) ?? default).At("error");
        var fault = StatusFaults.Of(status, error.At("message").Text() ?? text);
        if (error.At("details").At("error_code").Text() == "enforced_spend_limit_reached")
            return fault with { Kind = FaultKind.QuotaSpent };
        return error.At("type").Text() switch
        {
            "rate_limit_error" => fault with { Kind = FaultKind.RateLimited },
            "overloaded_error" or "api_error" => fault with { Kind = FaultKind.Overloaded },
            "timeout_error" => fault with { Kind = FaultKind.TimedOut },
            "billing_error" => fault with { Kind = FaultKind.QuotaSpent },
            "request_too_large" => fault with { Kind = FaultKind.TooLong },
            "invalid_request_error" when fault.Message.Contains("too long", StringComparison.OrdinalIgnoreCase) => fault with { Kind = FaultKind.TooLong },
            _ => fault,
        };
    }
}
