namespace AiFixer.Plugins.Docker;

/// <summary>A request to a Docker Engine that failed.</summary>
/// <param name="Message">What to tell people, in one sentence.</param>
/// <param name="Code">The HTTP status; 0 when there was none.</param>
/// <param name="Left">Whether the request may have reached the engine.</param>
internal sealed record DockerError(string Message, int Code = 0, bool Left = true)
{
    public bool Retryable => Code is 0 or 429 or >= 500;

    public PreviewResult ToPreview() => PreviewResult.Impossible(Message, Retryable);

    public Observation ToObservation() => new(ExecuteOutcome.Unknown, TargetHealth.Unknown, Message);

    /// <summary>An engine that has trouble with a restart may have ended the container already.</summary>
    public ExecuteResult ToExecute() => this switch
    {
        { Left: false } => ExecuteResult.Later(Message),
        { Code: 404 } => new(ExecuteOutcome.NotDone, Message, Stale: true),
        { Code: >= 400 and < 500 } => new(ExecuteOutcome.NotDone, Message),
        _ => new(ExecuteOutcome.Unknown, Message),
    };
}
