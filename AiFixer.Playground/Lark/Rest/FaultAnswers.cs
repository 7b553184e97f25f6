namespace AiFixer.Playground.Lark.Rest;

/// <summary>What callers hear when something is made to go wrong.</summary>
internal static class FaultAnswers
{
    /// <returns>Null when the call goes its ordinary way.</returns>
    public static LarkAnswer? Of(LarkFault? fault, TimeSpan reset) => fault switch
    {
        LarkFault.Limited => LarkAnswer.TooFast(reset),
        LarkFault.ServerError => new(500, null, "<html><body>Internal Server Error</body></html>"),
        LarkFault.Unavailable => new(503, null, "upstream connect error"),
        LarkFault.TokenExpired => TokenEndpoint.NotGood,
        LarkFault.CardLocked => LarkAnswer.Refused(230099, "Failed to create card content, ext=ErrCode: 11310; ErrMsg: card action is lock; ErrorValue: "),
        _ => null,
    };
}
