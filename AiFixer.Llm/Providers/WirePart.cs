using System.Text.Json.Nodes;

namespace AiFixer.Llm.Providers;

/// <summary>A piece of an answer as its provider sent it, which must go back unchanged, and to that provider only.</summary>
internal sealed record WirePart(string Provider, JsonNode Node);
