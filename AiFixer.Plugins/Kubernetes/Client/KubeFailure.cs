namespace AiFixer.Plugins.Kubernetes;

/// <summary>Why a request brought no answer that could be used.</summary>
internal enum KubeFailure
{
    /// <summary>The API answered with an error.</summary>
    Refused,

    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>Not tried: the cluster is taken for dead, or too many requests are under way.</summary>
    NotTried,

    /// <summary>Not tried: the credentials or the configuration cannot be used.</summary>
    NoAccess,

    /// <summary>An answer that is not what the API says it sends.</summary>
    Unreadable,
}
