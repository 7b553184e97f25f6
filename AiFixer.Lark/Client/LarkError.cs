namespace AiFixer.Lark.Client;

/// <summary>Why a call was not done.</summary>
/// <param name="Code">The platform's own; 0 when it did not answer.</param>
/// <param name="Message">For people: the real cause, as far as it can be read from the answer.</param>
/// <param name="After">How long to wait, when the platform said so.</param>
public sealed record LarkError(LarkErrorKind Kind, int Code, string Message, TimeSpan? After = null)
{
    /// <summary>The card is what is refused; the code is that of the true cause.</summary>
    public bool IsCard { get; init; }
}
