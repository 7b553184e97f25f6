namespace AiFixer.Playground.Lark;

/// <summary>How a practice Lark is set up. The defaults are one app, one room and three people on a free port.</summary>
public sealed record PracticeLarkOptions
{
    /// <summary>Port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Its clock. With a clock that tests own, tokens stay good and nothing is sent again until it is moved.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Ids are the same for the same seed and the same calls.</summary>
    public int Seed { get; init; } = 1;

    public string AppId { get; init; } = "cli_a1b2c3d4e5f60718";

    public string AppSecret { get; init; } = "practice-app-secret";

    /// <summary>Events are encrypted and signed with it; empty sends them plain and unsigned.</summary>
    public string EncryptKey { get; init; } = "practice-encrypt-key";

    public string VerificationToken { get; init; } = "practice-verification-token";

    public string TenantKey { get; init; } = "practice";

    /// <summary>What custom bots sign with; empty wants no signature.</summary>
    public string HookSecret { get; init; } = "";

    public TimeSpan TokenLife { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long an event or a click may take.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How much may be done in a second.</summary>
    public LarkLimits Limits { get; init; } = new();

    /// <summary>What clients of the long connection are told.</summary>
    public ConnectionRules Connections { get; init; } = new();

    /// <summary>False starts without people and rooms.</summary>
    public bool Seeded { get; init; } = true;
}
