using AiFixer.Core.Policy;

namespace AiFixer.Core.Ports;

/// <summary>What people said at run time that the policy goes by.</summary>
public interface IPolicyFacts
{
    /// <summary>What this process read last, for the moment in which there is no time to ask; null when that is too long ago.</summary>
    PolicyFacts? Known { get; }

    /// <summary>As the store has it now. Throws <see cref="JournalUnavailableException"/> while it is away.</summary>
    Task<PolicyFacts> ReadAsync(CancellationToken cancellationToken);
}
