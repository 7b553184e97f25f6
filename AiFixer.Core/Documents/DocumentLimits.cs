namespace AiFixer.Core.Documents;

/// <summary>How large documents may be, and how many.</summary>
public static class DocumentLimits
{
    public const int Kind = 32;
    public const int Name = 200;

    /// <summary>In UTF-8 bytes.</summary>
    public const int Note = 8_000;

    /// <summary>In UTF-8 bytes.</summary>
    public const int Author = 200;

    /// <summary>In UTF-8 bytes.</summary>
    public const int Body = 256 * 1024;

    public const int PerKind = 2_000;

    /// <summary>Changes on one page of a history.</summary>
    public const int Page = 200;
}
