using System.Collections.Immutable;

namespace AiFixer.Core.Incidents;

/// <summary>The keys that grants are signed with: the first signs, all of them are believed.</summary>
public sealed class GrantKeys(ImmutableList<GrantKey> keys)
{
    public static GrantKeys None { get; } = new([]);

    internal GrantKey? Signing => keys.IsEmpty ? null : keys[0];

    internal GrantKey? Find(string? name) => keys.Find(key => key.Name == name);
}
