namespace AiFixer.TestSupport;

/// <summary>How a collector behaves.</summary>
public enum CollectorMood
{
    Takes,

    /// <summary>Says that it cannot.</summary>
    Refuses,

    /// <summary>Never answers.</summary>
    Silent,
}
