namespace AiFixer.Plugins.Http;

/// <summary>Why a request brought no answer that could be used.</summary>
internal enum HttpFailure
{
    /// <summary>The backend answered with an error.</summary>
    Refused,

    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>Not tried: the backend is taken for dead, or too many requests are under way.</summary>
    NotTried,

    /// <summary>Not tried: the credentials cannot be read.</summary>
    NoAccess,

    /// <summary>More than we are willing to read.</summary>
    TooLarge,

    /// <summary>An answer that is not what the backend says it sends.</summary>
    Unreadable,
}
