namespace AiFixer.Lark;

/// <summary>How what happens in Lark reaches us.</summary>
public enum LarkMode
{
    /// <summary>Not at all: Lark is not used.</summary>
    Off,

    /// <summary>The platform calls us.</summary>
    Webhook,

    /// <summary>We hold a connection to the platform.</summary>
    Connection,
}
