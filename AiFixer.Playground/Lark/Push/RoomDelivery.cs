namespace AiFixer.Playground.Lark.Push;

/// <summary>One attempt to tell the app of an event.</summary>
/// <param name="Attempt">1 is the first.</param>
/// <param name="Problem">0 when the app took it.</param>
public sealed record RoomDelivery(string EventId, string Type, int Attempt, DateTimeOffset At, int Problem);
