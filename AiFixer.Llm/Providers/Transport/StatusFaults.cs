using System.Globalization;

namespace AiFixer.Llm.Providers.Transport;

/// <summary>What a status means where the body does not say more.</summary>
internal static class StatusFaults
{
    public static ProviderFault Of(int status, string? said) => new(Kind(status), Message(status, said));

    public static string Message(int status, string? said) => Wire.Line(string.Create(CultureInfo.InvariantCulture, $"{status} {said}").Trim());

    private static FaultKind Kind(int status) => status switch
    {
        401 or 403 => FaultKind.Denied,
        402 => FaultKind.QuotaSpent,
        404 => FaultKind.NotFound,
        408 => FaultKind.TimedOut,
        413 => FaultKind.TooLong,
        429 => FaultKind.RateLimited,
        >= 500 => FaultKind.Overloaded,
        // A redirect would send the key elsewhere.
        >= 300 and < 400 => FaultKind.NotFound,
        _ => FaultKind.BadRequest,
    };
}
