using System.Collections.Immutable;

namespace AiFixer.Core.Incidents;

/// <summary>A secret by its name. Not a record: nothing prints it.</summary>
public sealed class GrantKey(string name, ImmutableArray<byte> secret)
{
    /// <summary>Fewer bytes could be guessed.</summary>
    public const int ShortestSecret = 32;

    public string Name { get; } = name;

    internal ReadOnlySpan<byte> Secret => secret.AsSpan();
}
