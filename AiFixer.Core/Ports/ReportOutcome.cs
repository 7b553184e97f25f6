namespace AiFixer.Core.Ports;

/// <summary>What became of a reported alert.</summary>
public enum ReportOutcome
{
    /// <summary>A new incident.</summary>
    Opened,

    /// <summary>Counted on the incident that is open for the same trouble.</summary>
    Repeated,

    /// <summary>This very delivery was taken before.</summary>
    Duplicate,

    /// <summary>"Resolved" was recorded on its incident.</summary>
    Cleared,

    /// <summary>"Resolved" for which there is no open incident.</summary>
    NothingToClear,

    /// <summary>The queue is full: send it again.</summary>
    Busy,

    /// <summary>It cannot be stored, now or ever.</summary>
    Refused,
}
