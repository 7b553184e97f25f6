using System.Text.Json;

namespace AiFixer.Llm.Analysis;

/// <summary>A valid answer of a model, and what it was an answer to.</summary>
internal sealed record SaidAnswer(string Key, JsonElement Answer, string Provider, bool FromCache);
