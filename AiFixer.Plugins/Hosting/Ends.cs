namespace AiFixer.Plugins.Hosting;

/// <summary>What each way a call can end means for the four things a plugin is asked.</summary>
internal static class Ends
{
    public static PluginResult Run(CallEnd<PluginResult> end, string plugin, CancellationToken cancellationToken) =>
        end is CallEnd<PluginResult>.Returned { Value: { } value }
            ? value
            : PluginResult.Failed(Sentence(end, plugin, cancellationToken), retryable: true);

    public static PreviewResult Preview(CallEnd<PreviewResult> end, string plugin, CancellationToken cancellationToken) =>
        end is CallEnd<PreviewResult>.Returned { Value: { } value }
            ? value
            : PreviewResult.Impossible(Sentence(end, plugin, cancellationToken), retryable: true);

    public static Observation Observe(CallEnd<Observation> end, string plugin, CancellationToken cancellationToken) =>
        end is CallEnd<Observation>.Returned { Value: { } value }
            ? value
            : new(ExecuteOutcome.Unknown, TargetHealth.Unknown, Sentence(end, plugin, cancellationToken));

    /// <summary>Never throws: once a call has left, its outcome has to be written down even while shutting down.</summary>
    public static ExecuteResult Execute(CallEnd<ExecuteResult> end, string plugin) => end switch
    {
        // "Not sent" is believed only of what was not done either: sending again rests on it.
        CallEnd<ExecuteResult>.Returned { Value: { } value } => value with { NotSent = value.NotSent && value.Outcome == ExecuteOutcome.NotDone },
        CallEnd<ExecuteResult>.Busy or CallEnd<ExecuteResult>.Replaced => ExecuteResult.Later(Sentence(end, plugin, CancellationToken.None)),
        CallEnd<ExecuteResult>.Cancelled { Called: false } => ExecuteResult.Later($"{plugin} was not called: cancelled"),
        CallEnd<ExecuteResult>.Cancelled => new(ExecuteOutcome.Unknown, $"{plugin} was cancelled on its way"),
        _ => new(ExecuteOutcome.Unknown, Sentence(end, plugin, CancellationToken.None)),
    };

    private static string Sentence<T>(CallEnd<T> end, string plugin, CancellationToken cancellationToken)
    {
        if (end is CallEnd<T>.Cancelled)
            cancellationToken.ThrowIfCancellationRequested();
        return end switch
        {
            CallEnd<T>.TimedOut timedOut => $"{plugin} did not return within {timedOut.After.TotalSeconds:0.#} s",
            CallEnd<T>.Busy => $"{plugin} is busy: no place became free in time",
            CallEnd<T>.Replaced => $"{plugin} was not called: it was replaced just now",
            CallEnd<T>.Threw threw => $"{plugin} failed: {threw.Error.GetType().Name}: {threw.Error.Message}",
            _ => $"{plugin} returned nothing",
        };
    }
}
