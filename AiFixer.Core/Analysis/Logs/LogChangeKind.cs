namespace AiFixer.Core.Analysis.Logs;

/// <summary>What happened to a kind of line.</summary>
public enum LogChangeKind
{
    /// <summary>It was not there before.</summary>
    New,

    /// <summary>It is not there any more.</summary>
    Vanished,

    Risen,

    Fallen,
}
