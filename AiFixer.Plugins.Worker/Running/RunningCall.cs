using AiFixer.Plugins.Worker.Wire;

namespace AiFixer.Plugins.Worker.Running;

/// <summary>A call under way, and what the host says to it meanwhile.</summary>
internal sealed class RunningCall(Action askToLeave) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource cancelled = new();
    private readonly Lock gate = new();
    private bool over;
    private TaskCompletionSource<bool> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CancellationToken Token => cancelled.Token;

    /// <summary>Asks the host. No answer is a no.</summary>
    public bool MayLeave()
    {
        answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        askToLeave();
        return answer.Task.Wait(Patience) && answer.Task.Result;
    }

    public void Hear(Question question)
    {
        if (question.Operation == Operation.Cancel)
            Cancel();
        else
            answer.TrySetResult(question.Allowed);
    }

    public void Dispose()
    {
        lock (gate)
            over = true;
        cancelled.Dispose();
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
