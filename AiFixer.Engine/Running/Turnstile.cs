namespace AiFixer.Engine.Running;

/// <summary>
/// Lets so many through; the others wait, in order. Whoever waits goes on where it waited, never on a thread of the
/// runtime's choice: what follows from one step is then decided by whoever runs the steps.
/// </summary>
internal sealed class Turnstile(int free)
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> waiting = new();
    private int free = free;

    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (free > 0)
            {
                free--;
                return ValueTask.CompletedTask;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn);
            return new(WaitAsync(turn, cancellationToken));
        }
    }

    public void Release()
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var next))
            {
                // False for one that has given up.
                if (next.TrySetResult())
                    return;
            }

            free++;
        }
    }

    private static async Task WaitAsync(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        await using var givingUp = cancellationToken.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), turn);
        await turn.Task;
    }
}
