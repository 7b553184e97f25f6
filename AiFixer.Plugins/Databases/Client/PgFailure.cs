namespace AiFixer.Plugins.Databases;

/// <summary>Why a database brought no answer that could be used.</summary>
internal enum PgFailure
{
    /// <summary>The server answered with an error.</summary>
    Refused,

    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>Not tried: the database is taken for dead, too much is under way, or it may not leave any more.</summary>
    NotTried,
}
