using System.Text.Json;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>What came back of a call: JSON, or why there is none.</summary>
internal sealed record Asked(JsonElement? Answer, string Error = "", bool Retryable = false)
{
    public static Asked Failed(string error, bool retryable) => new(null, error, retryable);
}
