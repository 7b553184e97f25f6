namespace AiFixer.TestSupport;

/// <summary>How Alertmanager sends what it is given.</summary>
public sealed record AlertmanagerOptions(Uri Webhook)
{
    /// <summary>Sent as <c>Authorization: Bearer …</c> when set.</summary>
    public string? Credentials { get; init; }

    public IReadOnlyList<string> GroupBy { get; init; } = ["alertname", "namespace"];

    public TimeSpan GroupWait { get; init; } = TimeSpan.Zero;

    public TimeSpan GroupInterval { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan RepeatInterval { get; init; } = TimeSpan.FromHours(4);

    public bool SendResolved { get; init; } = true;

    public int MaxAlerts { get; init; }
}
