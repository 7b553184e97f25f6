namespace AiFixer.Plugins.Databases;

/// <summary>A question to a database that failed.</summary>
/// <param name="Failure">How.</param>
/// <param name="Message">What to tell people, in one sentence.</param>
/// <param name="SqlState">The server's code, when it answered.</param>
/// <param name="Left">Whether something that changes the database may have reached the server.</param>
internal sealed record PgError(PgFailure Failure, string Message, string SqlState = "", bool Left = false)
{
    /// <summary>Whether asking again later may help.</summary>
    public bool Retryable => Failure is not PgFailure.Refused || SqlStates.MayPass(SqlState);

    public PluginResult ToResult() => PluginResult.Failed(Message, Retryable);

    public PreviewResult ToPreview() => PreviewResult.Impossible(Message, Retryable);

    public Observation ToObservation() => new(ExecuteOutcome.Unknown, TargetHealth.Unknown, Message);

    /// <summary>What an action knows after this: an error the server names undid what it was asked.</summary>
    public ExecuteResult ToExecute() => this switch
    {
        { Left: false, Failure: not PgFailure.Refused } => ExecuteResult.Later(Message),
        { Failure: PgFailure.Refused } when !SqlStates.IsConnectionLost(SqlState) => new(ExecuteOutcome.NotDone, Message),
        { Left: false } => ExecuteResult.Later(Message),
        _ => new(ExecuteOutcome.Unknown, Message),
    };
}
