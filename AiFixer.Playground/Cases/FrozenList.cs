using System.Text.Json.Nodes;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Cases;

/// <summary>All objects of a kind.</summary>
internal sealed record FrozenList(ResourceType Type, IReadOnlyList<JsonObject> Items);
