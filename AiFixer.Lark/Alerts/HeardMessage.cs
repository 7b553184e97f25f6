using AiFixer.Core.Alerts;

namespace AiFixer.Lark.Alerts;

/// <summary>What a message of a chat is to us.</summary>
public abstract record HeardMessage
{
    private HeardMessage()
    {
    }

    /// <summary>It tells of trouble, or that it is over.</summary>
    public sealed record Alerts(IReadOnlyList<IncomingAlert> Found) : HeardMessage;

    /// <summary>Somebody speaks to us and it is no alert: a command, or a matter for help.</summary>
    /// <param name="Text">What was said, without the mention of us.</param>
    public sealed record ToUs(string Text) : HeardMessage;

    /// <summary>People speak with each other.</summary>
    /// <param name="Text">What was said; a command when it begins with a slash.</param>
    public sealed record Other(string Text) : HeardMessage;
}
