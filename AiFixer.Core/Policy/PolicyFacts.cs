using System.Collections.Immutable;

namespace AiFixer.Core.Policy;

/// <summary>What people said at run time that the policy goes by.</summary>
/// <param name="Stopped">Null while nobody stopped AiFixer.</param>
public sealed record PolicyFacts(KillSwitch? Stopped, ImmutableList<RememberedApproval> Remembered)
{
    public static PolicyFacts None { get; } = new(null, []);
}
