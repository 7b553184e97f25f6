using System.Text.Json.Nodes;

namespace AiFixer.Lark.Room;

/// <summary>A card that should be there.</summary>
/// <param name="Part">Names it within its incident, such as <c>proposal/1</c>.</param>
/// <param name="IsOpen">It has buttons that do something.</param>
/// <param name="IsNews">It is worth sending even when it is over by now; an answered question that nobody saw is not.</param>
/// <param name="Plain">The same without any text from outside, for when the platform does not take that.</param>
internal sealed record RoomMessage(string Part, bool IsOpen, bool IsNews, JsonObject Card, JsonObject Plain);
