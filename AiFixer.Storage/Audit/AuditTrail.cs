namespace AiFixer.Storage.Audit;

/// <summary>What shows any change made to the journal afterwards.</summary>
public sealed class AuditTrail
{
    private readonly Checkpointer _checkpointer;
    private readonly AuditVerifier _verifier;

    internal AuditTrail(Checkpointer checkpointer, AuditVerifier verifier) =>
        (_checkpointer, _verifier) = (checkpointer, verifier);

    /// <summary>Signs how far the journal is now, without waiting for the next time.</summary>
    public Task CheckpointAsync(CancellationToken cancellationToken) => _checkpointer.CheckpointAsync(cancellationToken);

    /// <summary>Reads everything and compares.</summary>
    public Task<AuditReport> VerifyAsync(CancellationToken cancellationToken) => _verifier.VerifyAsync(cancellationToken);
}
