namespace AiFixer.Grains.Claims;

/// <summary>How those who want the same claim are kept in order.</summary>
internal sealed record ClaimOrderOptions
{
    /// <summary>How long what the database said is gone by, at most.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a turn lasts at most: whoever has it may be gone.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>After how many such times somebody who waits asks the database without a turn.</summary>
    public int Patience { get; init; } = 2;

    /// <summary>How long nobody is asked after one could not be reached.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);
}
