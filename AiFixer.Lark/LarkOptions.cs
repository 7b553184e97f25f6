namespace AiFixer.Lark;

/// <summary>The app that we are in Lark. The section <c>Lark</c>.</summary>
public sealed record LarkOptions
{
    public const string Section = "Lark";

    public static readonly Uri Feishu = new("https://open.feishu.cn");

    /// <summary>How what happens there reaches us. Off when nothing is said of an app.</summary>
    public LarkMode Mode { get; init; }

    /// <summary>Where the open platform is: Feishu's, or <c>https://open.larksuite.com</c> for Lark.</summary>
    public Uri Url { get; init; } = Feishu;

    /// <summary>Such as <c>cli_…</c>.</summary>
    public string AppId { get; init; } = "";

    public string AppSecret { get; init; } = "";

    /// <summary>Events are encrypted and signed with it; empty when the app has none.</summary>
    public string EncryptKey { get; init; } = "";

    /// <summary>Comes with every event; old card callbacks are signed with it. Empty when it is not known.</summary>
    public string VerificationToken { get; init; } = "";

    /// <summary>How many connections are held: 1 to 50, the platform's limit.</summary>
    public int Connections { get; init; } = 1;

    /// <summary>How long one call of the platform may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a call may wait for the platform's limits before it is given back as limited.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How old a signed event may be. The platform's last redelivery comes after more than seven hours.</summary>
    public TimeSpan Freshness { get; init; } = TimeSpan.FromHours(8);

    public bool IsOn => Mode != LarkMode.Off;

    /// <summary>Without the secrets.</summary>
    public override string ToString() => $"{Mode} {AppId} at {Url}";
}
