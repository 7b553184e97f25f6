namespace AiFixer.Bench.Storms;

/// <summary>An incident of a storm whose cause was looked for.</summary>
/// <param name="IsQuiet">It is of the team that has few alerts.</param>
/// <param name="Alert">When its alert was written down.</param>
/// <param name="Begun">When somebody began to look for the cause.</param>
/// <param name="Looked">When the first look was over; null when it was not.</param>
internal sealed record Look(bool IsCritical, bool IsQuiet, DateTimeOffset Alert, DateTimeOffset Begun, DateTimeOffset? Looked)
{
    /// <summary>From the alert to the end of the first look, in milliseconds.</summary>
    public double? Wait => (Looked - Alert)?.TotalMilliseconds;
}
