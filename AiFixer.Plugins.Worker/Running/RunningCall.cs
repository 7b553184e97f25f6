using AiFixer.Plugins.Worker.Wire;

namespace AiFixer.Plugins.Worker.Running;

/// <summary>A call under way, and what it asks its host meanwhile. No answer is a no, and a setting that is not set.</summary>
internal sealed class RunningCall(long id, Action<Reply> say) : IPluginSettings, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource cancelled = new();
    private readonly Lock gate = new();
    private readonly Lock asking = new();
    private TaskCompletionSource<Question> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool over;

    public CancellationToken Token => cancelled.Token;

    public string? this[string key] => Ask(new(id, Operation.Setting) { Key = key })?.Text;

    public bool MayLeave() => Ask(new(id, Operation.MayLeave)) is { Allowed: true };

    public void Hear(Question question)
    {
        if (question.Operation == Operation.Cancel)
            Cancel();
        else
            answer.TrySetResult(question);
    }

    public void Dispose()
    {
        lock (gate)
            over = true;
        cancelled.Dispose();
    }

    /// <summary>One question at a time: plugins may ask from several threads.</summary>
    private Question? Ask(Reply question)
    {
        lock (asking)
        {
            answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
            say(question);
            return answer.Task.Wait(Patience) ? answer.Task.Result : null;
        }
    }

    /// <summary>What a plugin does when it is told to stop may take long, or throw.</summary>
    private void Cancel()
    {
        lock (gate)
        {
            if (!over)
                _ = cancelled.CancelAsync();
        }
    }
}
