using System.Collections.Immutable;

namespace AiFixer.Core.Policy;

/// <summary>What people said at run time that the policy goes by.</summary>
/// <param name="Stopped">Null while nobody stopped AiFixer.</param>
public sealed record PolicyFacts(KillSwitch? Stopped, ImmutableList<RememberedApproval> Remembered)
{
    /// <summary>Null while the store was never put back.</summary>
    public SetBack? SetBack { get; init; }

    /// <summary>The names of documents that nobody can read any more: what they said does not count.</summary>
    public ImmutableList<string> Unreadable { get; init; } = [];

    public static PolicyFacts None { get; } = new(null, []);
}
