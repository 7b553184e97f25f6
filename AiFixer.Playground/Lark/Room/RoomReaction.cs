namespace AiFixer.Playground.Lark.Room;

/// <param name="Emoji">Such as <c>DONE</c>.</param>
/// <param name="By">An open id, or the app's id.</param>
public sealed record RoomReaction(string Id, string Emoji, string By, DateTimeOffset At);
