namespace AiFixer.Playground.Models;

/// <summary>An error, in the words of whichever provider is asked.</summary>
/// <param name="Code">Its code or type: what the provider calls this trouble.</param>
public sealed record ModelError(int Status, string Code, string Message)
{
    /// <summary>How long to stay away, said where the provider says it.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>In a streamed answer: after it began with 200.</summary>
    public bool InStream { get; init; }
}
