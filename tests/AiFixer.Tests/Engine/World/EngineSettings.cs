using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Engine;

namespace AiFixer.Tests.Engine.World;

/// <summary>Numbers that make a life short, in turns of the clock of ten seconds.</summary>
internal static class EngineSettings
{
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    public static EngineOptions Options { get; } = new()
    {
        Workers = 3,
        ScanInterval = Turn,
        VerifyInterval = Turn,
        LeaseRenewal = TimeSpan.FromMinutes(1),
    };

    public static WorkflowRules Review { get; } = new()
    {
        GrantKeys = new([new("test", [.. Enumerable.Repeat((byte)7, GrantKey.ShortestSecret)])]),
        ApprovalTimeout = TimeSpan.FromMinutes(2),
        GrantLifetime = TimeSpan.FromMinutes(3),
        StabilisationWindow = TimeSpan.FromSeconds(20),
        VerificationTimeout = TimeSpan.FromSeconds(50),
        ReminderInterval = TimeSpan.FromMinutes(10),
        MaxAttempts = 3,
        RetryPause = TimeSpan.FromSeconds(5),
        SendMargin = TimeSpan.FromSeconds(10),
        Policy = new() { Cooldown = TimeSpan.FromSeconds(60) },
    };

    public static WorkflowRules Auto { get; } = Review with { Policy = Review.Policy with { Mode = PolicyMode.Auto } };
}
