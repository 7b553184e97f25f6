using System.Text.Json;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>A call with everything filled in: what a person approves and what is sent.</summary>
/// <param name="Where">The service that is asked; empty for a command of this machine.</param>
/// <param name="Words">A method and a path, or a command's words.</param>
/// <param name="Body">JSON; null without one.</param>
internal sealed record DeclaredOrder(string Where, IReadOnlyList<string> Words, string? Body)
{
    public string ToPayload() => JsonSerializer.Serialize(this);

    public static DeclaredOrder? FromPayload(string payload) => JsonSerializer.Deserialize<DeclaredOrder>(payload);
}
