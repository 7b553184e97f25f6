namespace AiFixer.Grains.Claims;

/// <summary>Begins lines for claims.</summary>
internal sealed class ClaimOrder(ClaimOrderOptions options, TimeProvider time)
{
    public ClaimOrderOptions Options => options;

    /// <param name="patience">The clock by which those wait who stand in it.</param>
    public ClaimTurns Begin(TimeProvider patience) => new(options, time, patience);
}
