namespace AiFixer.Plugins;

/// <summary>What is known after a plan was sent.</summary>
public enum ExecuteOutcome
{
    /// <summary>The target took it.</summary>
    Done,

    /// <summary>The target refused it, or it never left: nothing changed.</summary>
    NotDone,

    /// <summary>No answer, or one that does not tell. Only looking can tell.</summary>
    Unknown,
}
