using System.Text.Json.Nodes;

namespace AiFixer.Lark.Events;

/// <summary>What the person sees at once after a click.</summary>
/// <param name="Chinese">The same in Chinese; null when there is only one language.</param>
/// <param name="Card">What the card becomes; null leaves it as it is.</param>
public sealed record ClickAnswer(ToastKind Kind, string Text, string? Chinese = null, JsonObject? Card = null);
