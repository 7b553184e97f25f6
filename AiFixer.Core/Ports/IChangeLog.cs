using AiFixer.Core.Journal;

namespace AiFixer.Core.Ports;

/// <summary>
/// What is written to the store, by whichever process: each writes streams of its own, without gaps, so that nothing is
/// passed over, however old the incident and however many there are.
/// </summary>
public interface IChangeLog
{
    /// <summary>Where everything written so far ends.</summary>
    Task<ChangePosition> EndAsync(CancellationToken cancellationToken);

    /// <summary>A piece of what was written after a position.</summary>
    Task<ChangePage> AfterAsync(ChangePosition position, CancellationToken cancellationToken);
}
