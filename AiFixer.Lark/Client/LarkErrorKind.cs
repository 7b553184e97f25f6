namespace AiFixer.Lark.Client;

/// <summary>What a refused call means for whoever made it.</summary>
public enum LarkErrorKind
{
    /// <summary>Never, as it stands: the card, the address, a permission.</summary>
    Refused,

    /// <summary>What it is about is gone: recalled, too old, the chat is dissolved.</summary>
    Gone,

    /// <summary>Too much at a time; again after <see cref="LarkError.After"/>.</summary>
    Limited,

    /// <summary>Not now: the platform could not be reached, or said so. Whether it was done is unknown.</summary>
    Unavailable,
}
