namespace AiFixer.Playground.Observability.Prom;

/// <summary>A word of a query.</summary>
/// <param name="Text">As it was written; of a string, what it means.</param>
/// <param name="At">Where it begins, counted from one.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int At);
