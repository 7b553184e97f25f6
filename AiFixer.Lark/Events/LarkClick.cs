using System.Text.Json.Nodes;

namespace AiFixer.Lark.Events;

/// <summary>Somebody used a card.</summary>
/// <param name="By">Null when the platform did not say who.</param>
/// <param name="MessageId">The message that carries the card; empty when the platform did not say.</param>
/// <param name="Value">What the button carries; empty when it carries none.</param>
/// <param name="Form">What was filled in, by the names of its fields; empty when it was no form.</param>
/// <param name="Token">Changes the card once more, for a while.</param>
public sealed record LarkClick(
    string EventId,
    LarkPerson? By,
    string MessageId,
    string ChatId,
    JsonObject Value,
    IReadOnlyDictionary<string, string> Form,
    string Token)
{
    /// <summary>When it was made, by the platform's clock; null when it did not say.</summary>
    public DateTimeOffset? At { get; init; }
}
