namespace AiFixer.Core.Notices;

/// <summary>What became of a notice.</summary>
/// <param name="Delivered">Whoever takes notices said that it has it.</param>
/// <param name="Details">Who took it, or why nobody did.</param>
/// <param name="Retryable">Whether sending it again later may help.</param>
public sealed record NoticeResult(bool Delivered, string Details, bool Retryable = false)
{
    /// <summary>False: this receiver is not told of such trouble, and nothing was sent.</summary>
    public bool Wanted { get; init; } = true;
}
