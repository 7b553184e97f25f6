namespace AiFixer.Plugins.Connections;

/// <summary>Whether calls over a connection are let through.</summary>
public enum CircuitState
{
    /// <summary>Calls go out.</summary>
    Closed,

    /// <summary>The backend is taken for dead: calls fail at once.</summary>
    Open,

    /// <summary>One call is out to see whether the backend is back.</summary>
    Probing,
}
