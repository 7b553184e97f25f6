using System.Text.Json;

namespace AiFixer.Llm.Providers;

/// <summary>A tool under the name that the provider takes.</summary>
internal sealed record WireTool(string Name, string Description, JsonElement Schema);
