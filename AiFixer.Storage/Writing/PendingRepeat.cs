using AiFixer.Core.Journal;

namespace AiFixer.Storage.Writing;

/// <summary>A repeat on its way to be counted.</summary>
internal sealed class PendingRepeat(Repeat repeat)
{
    private readonly TaskCompletionSource<bool> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Repeat Repeat { get; } = repeat;

    public Task<bool> Task => _source.Task;

    public void Answer() => _source.SetResult(true);

    public void Fail(Exception exception) => _source.SetException(exception);
}
