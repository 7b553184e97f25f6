using AiFixer.Core.Alerts;

namespace AiFixer.Lark.Room;

/// <summary>The message that an alert was, when it came from a chat.</summary>
internal sealed record ChatAlert(string ChatId, string MessageId)
{
    /// <summary>What such an alert's source is.</summary>
    public const string Source = "lark";

    /// <summary>Under which the store keeps it, beside our own messages.</summary>
    public const string Part = "origin";

    private const string ChatKey = "lark_chat";
    private const string MessageKey = "lark_message";

    /// <summary>Null when it came another way: whatever other senders write there says nothing.</summary>
    public static ChatAlert? Of(Alert alert) =>
        alert.Source == Source
        && alert.Annotations.TryGetValue(ChatKey, out var chat)
        && alert.Annotations.TryGetValue(MessageKey, out var message)
            ? new(chat, message)
            : null;

    /// <summary>The alert with where it came from.</summary>
    public Alert On(Alert alert) => alert with
    {
        Source = Source,
        Annotations = alert.Annotations.SetItem(ChatKey, ChatId).SetItem(MessageKey, MessageId),
    };
}
