namespace AiFixer.Llm.Providers;

/// <summary>Why a provider gave no answer that can be used.</summary>
internal enum FaultKind
{
    /// <summary>No connection, or one that broke before it said anything.</summary>
    Unreachable,

    TimedOut,

    /// <summary>Too many requests for now.</summary>
    RateLimited,

    /// <summary>What was paid for is used up: asking again soon cannot help.</summary>
    QuotaSpent,

    /// <summary>The provider is busy or broken.</summary>
    Overloaded,

    /// <summary>The key or the account.</summary>
    Denied,

    /// <summary>No such model, or no such address.</summary>
    NotFound,

    /// <summary>The conversation is longer than the model can read.</summary>
    TooLong,

    /// <summary>The provider does not take the request as it is.</summary>
    BadRequest,

    /// <summary>The model, or a filter before it, would not answer.</summary>
    Refused,

    /// <summary>The answer reached its limit before its end.</summary>
    Truncated,

    /// <summary>The answer broke off on its way.</summary>
    CutOff,

    /// <summary>More than anybody asked for.</summary>
    TooLarge,

    /// <summary>What came is not what this provider sends.</summary>
    Unreadable,

    /// <summary>The answer says nothing.</summary>
    Empty,

    /// <summary>The answer is not what was asked for, twice.</summary>
    Invalid,
}
