namespace AiFixer.TestSupport;

internal sealed class ProcessOutput
{
    private const int Streams = 2;

    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> _waiters = [];
    private int _ended;

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    /// <param name="line">Null when one of the two streams has ended.</param>
    public void Add(string? line)
    {
        lock (_lock)
        {
            if (line is null)
                EndStream();
            else
                AddLine(line);
        }
    }

    public Task<string> FirstAsync(Func<string, bool> wanted)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_lines.FirstOrDefault(wanted) is { } line)
                found.SetResult(line);
            else if (_ended == Streams)
                found.SetException(new EndOfStreamException());
            else
                _waiters.Add((wanted, found));
        }

        return found.Task;
    }

    private void AddLine(string line)
    {
        _lines.Add(line);
        foreach (var waiter in _waiters.Where(waiter => waiter.Wanted(line)))
            waiter.Found.TrySetResult(line);
        _waiters.RemoveAll(waiter => waiter.Found.Task.IsCompleted);
    }

    private void EndStream()
    {
        if (++_ended < Streams)
            return;
        foreach (var (_, found) in _waiters)
            found.TrySetException(new EndOfStreamException());
        _waiters.Clear();
    }
}
