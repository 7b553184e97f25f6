namespace AiFixer.Core.Messages;

/// <summary>How many incidents wait for their messages.</summary>
/// <param name="Waiting">All of them.</param>
/// <param name="Failing">Those for which it was tried, and failed.</param>
/// <param name="Oldest">Since when the first of them waits.</param>
public sealed record MessageBacklog(long Waiting, long Failing, DateTimeOffset? Oldest);
