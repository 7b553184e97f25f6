namespace AiFixer.Core.Journal;

/// <summary>Who holds the database.</summary>
/// <param name="Held">Whether it is us.</param>
/// <param name="Holder">Machine and process of the holder, for people.</param>
/// <param name="Until">Until when, by the database's clock.</param>
/// <param name="ValidFor">How much longer ours is good for, measured from before the call left; zero when it is not ours.</param>
public sealed record LeaseState(bool Held, string Holder, DateTimeOffset Until, TimeSpan ValidFor);
