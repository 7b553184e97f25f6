namespace AiFixer.Playground.Lark;

/// <summary>What can go wrong with a call.</summary>
public enum LarkFault
{
    /// <summary>Too much at a time: 429 and how long to wait.</summary>
    Limited,

    /// <summary>500 and a page that is no JSON.</summary>
    ServerError,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>The connection is cut before anything was done.</summary>
    LostRequest,

    /// <summary>It is done, and the connection is cut before the answer.</summary>
    LostAnswer,

    /// <summary>The token is not good any more, whatever its time.</summary>
    TokenExpired,

    /// <summary>The card is just being changed by somebody else.</summary>
    CardLocked,

    /// <summary>200 and a body that is cut off in the middle.</summary>
    Garbled,
}
