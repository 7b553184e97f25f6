namespace AiFixer.Core.Journal;

/// <summary>How far the streams of the store were read.</summary>
/// <param name="Newest">The youngest stream there was.</param>
/// <param name="Ends">The last entry that was read of each stream that may go on.</param>
public sealed record ChangePosition(long Newest, IReadOnlyDictionary<long, long> Ends);
