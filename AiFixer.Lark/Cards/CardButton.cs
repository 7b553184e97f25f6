using System.Text.Json.Nodes;

namespace AiFixer.Lark.Cards;

/// <summary>Comes back with a value when it is clicked, or opens an address.</summary>
internal sealed record CardButton
{
    private CardButton(string text, ButtonLook look) => (Text, Look) = (text, look);

    public string Text { get; }

    public ButtonLook Look { get; }

    public JsonObject? Value { get; private init; }

    public Uri? Opens { get; private init; }

    /// <summary>What is asked before it counts; null for nothing.</summary>
    public string? Sure { get; init; }

    public static CardButton Sends(string text, ButtonLook look, JsonObject value) => new(text, look) { Value = value };

    public static CardButton Leads(string text, Uri to) => new(text, ButtonLook.Plain) { Opens = to };
}
