namespace AiFixer.Playground.Observability.Prom;

internal enum TokenKind
{
    Identifier,
    Number,
    Duration,
    String,
    Symbol,
    End,
}
