namespace AiFixer.Core.Incidents;

/// <summary>The reasons for which an input changes nothing.</summary>
public enum RefusalCode
{
    /// <summary>Somebody decided already; the same click again is one of these.</summary>
    AlreadyDecided,

    /// <summary>The time for it is over.</summary>
    TooLate,

    /// <summary>The card it was clicked on is not the current one.</summary>
    Outdated,

    /// <summary>This person may not.</summary>
    NotAllowed,

    /// <summary>The incident is resolved or ignored.</summary>
    Closed,

    /// <summary>Not possible at this point.</summary>
    NotNow,
}
