namespace AiFixer.Lark.Alerts;

/// <summary>How a message came to us: the less it was meant as an alert, the more it must look like one.</summary>
internal enum AlertOrigin
{
    /// <summary>Said among others, not to us.</summary>
    Overheard,

    /// <summary>Said among others by a program that nobody listed.</summary>
    OverheardProgram,

    /// <summary>Said in answer to something, not to us.</summary>
    Answer,

    SaidToUs,

    /// <summary>From a sender whose messages are alerts.</summary>
    Listed,
}
