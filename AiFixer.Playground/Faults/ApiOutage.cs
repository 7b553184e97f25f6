namespace AiFixer.Playground.Faults;

/// <summary>How the API is out of order.</summary>
public enum ApiOutage
{
    /// <summary>It works.</summary>
    None,

    /// <summary>It answers 503.</summary>
    Unavailable,

    /// <summary>It cuts every connection without an answer and without doing anything.</summary>
    Disconnected,
}
