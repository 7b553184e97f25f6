namespace AiFixer.Core.Messages;

/// <summary>A message of ours about an incident, and what it shows as far as we know.</summary>
/// <param name="Part">Names it within its incident, such as <c>proposal/1</c>.</param>
/// <param name="MessageId">What the other side calls it; empty while nobody knows whether it arrived.</param>
/// <param name="Place">The chat it is in.</param>
/// <param name="Shown">A digest of what it shows; empty when that is not known.</param>
/// <param name="IsOpen">It has buttons that do something.</param>
/// <param name="Tries">How many times it was begun to be sent as a new message.</param>
/// <param name="TriedAt">When that was begun last, by the clock of whoever did.</param>
/// <param name="IsGone">It cannot be changed any more, and is not needed either.</param>
/// <param name="Version">Grows with every change; 0 for one that is not in the store.</param>
public sealed record PostedMessage(
    IncidentId Incident,
    string Part,
    string MessageId,
    string Place,
    string Shown,
    bool IsOpen,
    int Tries,
    DateTimeOffset TriedAt,
    bool IsGone = false,
    long Version = 0);
