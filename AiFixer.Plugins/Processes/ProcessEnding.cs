namespace AiFixer.Plugins.Processes;

/// <summary>How a program came to its end.</summary>
internal enum ProcessEnding
{
    /// <summary>By itself.</summary>
    Exited,

    /// <summary>It was never started.</summary>
    NotStarted,

    /// <summary>It was ended when its time was up.</summary>
    TimedOut,

    /// <summary>It was ended because it wrote too much.</summary>
    TooMuchOutput,

    /// <summary>It was ended because nobody waits for it any more.</summary>
    Cancelled,
}
