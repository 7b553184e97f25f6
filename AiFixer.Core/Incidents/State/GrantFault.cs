namespace AiFixer.Core.Incidents;

/// <summary>Why a grant opens nothing.</summary>
public enum GrantFault
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It comes from a release that did not sign.</summary>
    Unsigned,

    /// <summary>Signed with a key that this process does not have.</summary>
    UnknownKey,

    /// <summary>Its signature does not fit: it was changed, or is another incident's.</summary>
    Forged,

    /// <summary>It is whole, but what it was given for was changed.</summary>
    Altered,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was given under another policy.</summary>
    OtherPolicy,

    /// <summary>It was used before.</summary>
    Replayed,
}
