using System.Text.Json.Serialization;

namespace AiFixer.Plugins;

/// <summary>One thing in the world, named so that it cannot be mistaken for another.</summary>
/// <param name="Connection">Which cluster, database or service: the name of a configured connection.</param>
/// <param name="Kind">What it is, in lower case: <c>deployment</c>, <c>pod</c>, <c>node</c>, …</param>
/// <param name="Namespace">Where it lives; empty when it has no namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Uid">Its identity, where the world gives one; a thing made anew under the old name has another.</param>
public sealed record TargetRef(string Connection, string Kind, string Namespace, string Name, string? Uid = null)
{
    /// <summary>The same thing without its identity: what cooldowns and quotas are counted by.</summary>
    [JsonIgnore]
    public string Key => $"{Connection}/{Kind}/{Namespace}/{Name}";

    /// <inheritdoc />
    public override string ToString() => Namespace.Length == 0 ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
}
