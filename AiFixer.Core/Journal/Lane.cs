namespace AiFixer.Core.Journal;

/// <summary>Who goes first when there is a queue.</summary>
public enum Lane
{
    /// <summary>Clicks, commands and what running incidents need.</summary>
    Lifecycle,

    /// <summary>New alerts.</summary>
    Alert,
}
