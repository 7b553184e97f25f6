namespace AiFixer.Core.Journal;

/// <summary>
/// A row shared by incidents, taken in the same transaction as the events that need it, or not at all.
/// The database's clock decides when it is free again.
/// </summary>
/// <param name="Key">What is claimed, such as <c>open:FINGERPRINT</c>.</param>
/// <param name="TimeToLive">How long it is held; null until it is released.</param>
/// <param name="Slots">
/// How many units there are of a quota, even of one unit: each is taken once and free again after its own time. None for a
/// plain claim, which its holder may take again.
/// </param>
/// <param name="Once">Nobody takes it a second time, not even its holder.</param>
/// <param name="Held">It must be its holder's already.</param>
public sealed record Claim(string Key, TimeSpan? TimeToLive = null, int Slots = 0, bool Once = false, bool Held = false);
