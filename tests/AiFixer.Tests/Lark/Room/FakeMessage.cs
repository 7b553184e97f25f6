using System.Text.Json.Nodes;

namespace AiFixer.Tests.Lark.Room;

/// <summary>A message in the fake chat.</summary>
internal sealed record FakeMessage(string Id, string Chat, string? Root, string Type)
{
    public required JsonObject Content { get; set; }
}
