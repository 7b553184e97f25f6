using AiFixer.Core;

namespace AiFixer.Lark.Cards;

/// <summary>The colours of headers, in the platform's words.</summary>
internal static class CardColor
{
    public const string Over = "turquoise";
    public const string Ignored = "grey";

    public static string Of(Severity severity) => severity switch
    {
        Severity.P0 => "red",
        Severity.P1 => "orange",
        Severity.P2 => "yellow",
        _ => "green",
    };
}
