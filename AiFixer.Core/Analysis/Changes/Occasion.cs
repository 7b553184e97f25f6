namespace AiFixer.Core.Analysis.Changes;

/// <summary>What some ways of doing harm wait for.</summary>
internal enum Occasion
{
    None,

    /// <summary>Something else fails for a moment: what repeats, waits or gives up by it does so only then.</summary>
    Failure,

    /// <summary>An hour or a day begins.</summary>
    Clock,

    /// <summary>More is asked than since it was shipped: what has room for less shows it only then.</summary>
    Load,
}
