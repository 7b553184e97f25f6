namespace AiFixer.Lark.Bot;

/// <summary>A custom bot of one chat, which can speak and not listen. The section <c>Notifiers:LarkBot</c>.</summary>
public sealed record LarkBotOptions
{
    public const string Section = "Notifiers:LarkBot";

    /// <summary>Its address, which is its only password; null when there is none.</summary>
    public Uri? Url { get; init; }

    /// <summary>What it wants messages to be signed with; empty when it does not.</summary>
    public string Secret { get; init; } = "";

    /// <summary>How long one message may take: 100 ms to a minute.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Without the address and the secret.</summary>
    public override string ToString() => Url is null ? "none" : Url.Host;
}
