namespace AiFixer.Core.Analysis.Topics;

/// <summary>What a sign of trouble is about. Signs and the effects of changes are put in these words, so that they can meet.</summary>
internal enum Topic
{
    /// <summary>Requests fail, whatever the reason.</summary>
    Errors,

    /// <summary>Requests take longer.</summary>
    Slow,

    /// <summary>Somebody stopped waiting.</summary>
    Timeout,

    /// <summary>A program met something it did not expect, and fell.</summary>
    Crash,

    /// <summary>Something that should be there is not: a registration, a key, a route.</summary>
    Missing,

    /// <summary>One side calls a thing by a name that the other does not know.</summary>
    Mismatch,

    /// <summary>A table or column is not there.</summary>
    NoTable,

    /// <summary>Data cannot be read, or is refused as wrong.</summary>
    BadData,

    /// <summary>A database works harder for the same.</summary>
    DatabaseLoad,

    /// <summary>One request makes many others.</summary>
    FanOut,

    /// <summary>A limit of calls or units is reached.</summary>
    Throttled,

    /// <summary>No connection or worker is free.</summary>
    Pool,

    /// <summary>A database has too many sessions.</summary>
    Connections,

    Refused,

    Unresolved,

    Certificate,

    Denied,

    Disk,

    Memory,

    Cpu,

    /// <summary>Much more is written to logs.</summary>
    LogVolume,

    /// <summary>Work waits in a queue.</summary>
    Backlog,

    Locks,

    CacheMiss,

    Retries,

    /// <summary>Files, sockets or threads are not given back.</summary>
    Handles,

    /// <summary>More is asked from outside.</summary>
    Surge,

    /// <summary>Work is turned away or waits for there is too much of it.</summary>
    Overload,

    /// <summary>Another company's service fails.</summary>
    Provider,

    /// <summary>A machine is in trouble.</summary>
    Machine,

    /// <summary>Packets or connections are lost on the way.</summary>
    Network,

    /// <summary>Things are done twice.</summary>
    Duplicates,

    /// <summary>Numbers, amounts or times are wrong although nothing fails.</summary>
    WrongResult,

    /// <summary>What is sent is more than is let in.</summary>
    TooLarge,

    /// <summary>Somebody takes it for hours later or earlier than it is.</summary>
    WrongTime,

    /// <summary>The same work falls on fewer shoulders than before.</summary>
    Uneven,

    /// <summary>Fewer copies run than should.</summary>
    Replicas,

    /// <summary>A migration or start does not finish.</summary>
    Startup,
}
