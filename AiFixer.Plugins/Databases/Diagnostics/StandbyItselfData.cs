namespace AiFixer.Plugins.Databases;

/// <summary>A standby as it sees itself.</summary>
/// <param name="ReplayLagBytes">Received and not replayed yet.</param>
/// <param name="SecondsBehind">The age of the last transaction replayed; 0 when everything received is replayed.</param>
/// <param name="LastTransactionSeconds">That age in any case.</param>
/// <param name="ReplayPaused">Somebody stopped the replay.</param>
/// <param name="ReceiverState">What its receiver does; null when there is none.</param>
/// <param name="ReceiverSilentSeconds">How long nothing has come from the primary.</param>
internal sealed record StandbyItselfData(
    long? ReplayLagBytes, double? SecondsBehind, double? LastTransactionSeconds, bool ReplayPaused, string? ReceiverState,
    double? ReceiverSilentSeconds);
