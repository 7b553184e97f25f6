namespace AiFixer.Playground.Lark.Rest;

/// <summary>Why a card is refused.</summary>
/// <param name="Value">What in it.</param>
internal sealed record CardProblem(int Code, string Message, string Value = "");
