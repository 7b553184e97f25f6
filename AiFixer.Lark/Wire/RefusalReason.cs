namespace AiFixer.Lark.Wire;

/// <summary>Why something that came is not taken.</summary>
internal enum RefusalReason
{
    /// <summary>It cannot be read.</summary>
    Malformed,

    /// <summary>It cannot be opened with our key.</summary>
    Unopenable,

    /// <summary>Its signature is missing or wrong.</summary>
    Unsigned,

    /// <summary>Its token is missing or wrong.</summary>
    WrongToken,

    /// <summary>It was signed too long ago, or in the future.</summary>
    Stale,

    /// <summary>It is meant for another app.</summary>
    OtherApp,

    /// <summary>We were not told the secret that it takes to believe it.</summary>
    NotConfigured,
}
