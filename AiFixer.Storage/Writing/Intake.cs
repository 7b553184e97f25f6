namespace AiFixer.Storage.Writing;

/// <summary>Where everything that is to be written waits for the writer.</summary>
internal sealed class Intake
{
    private readonly StorageOptions _options;
    private readonly object _gate = new();
    private readonly Gathering _gathering;
    private readonly Queue<Job> _jobs = [];
    private readonly AppendQueue _lifecycle;
    private readonly AppendQueue _alerts;
    private readonly Queue<PendingRepeat> _repeats = [];
    private bool _closedToAppends;
    private bool _closed;

    /// <param name="patience">How long a batch waits for those who are expected.</param>
    public Intake(StorageOptions options, TimeSpan patience)
    {
        _options = options;
        _gathering = new(_gate, patience);
        _lifecycle = new(options.LifecycleQueue, options.QueueBytes);
        _alerts = new(options.AlertQueue, options.QueueBytes);
    }

    /// <summary>There is something to do, after there was nothing. Raised with everybody else kept out.</summary>
    public event Action? Filled;

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
                return HasNothing;
        }
    }

    /// <summary>Nobody has to wait for something to do, or there will never be more.</summary>
    public bool IsReady
    {
        get
        {
            lock (_gate)
                return _closed || !HasNothing;
        }
    }

    private int Waiting => _lifecycle.Count + _alerts.Count;

    private bool HasNothing => _jobs.Count == 0 && _lifecycle.IsEmpty && _alerts.IsEmpty && _repeats.Count == 0;

    /// <returns>False when there is no room; null when nothing is taken any more.</returns>
    public bool? TryAdd(PendingAppend append)
    {
        var queue = append.Append.Lane == Core.Journal.Lane.Lifecycle ? _lifecycle : _alerts;
        return Add(() => queue.TryAdd(append), _closedToAppends);
    }

    public bool? TryAdd(PendingRepeat repeat) => Add(() =>
    {
        if (_repeats.Count >= _options.RepeatQueue)
            return false;
        _repeats.Enqueue(repeat);
        return true;
    }, _closedToAppends);

    public bool? TryAdd(Job job) => Add(() =>
    {
        _jobs.Enqueue(job);
        return true;
    });

    /// <summary>Waits for something to do. False when there will be no more.</summary>
    public bool Take(Batch batch, BatchBuilder builder)
    {
        lock (_gate)
        {
            do
            {
                while (HasNothing && !_closed)
                    Monitor.Wait(_gate);
                _gathering.Wait(() => _closed ? int.MaxValue : Waiting);
                builder.Start();
                Move(_jobs, batch.Jobs, int.MaxValue);
                _lifecycle.MoveTo(builder);
                _alerts.MoveTo(builder);
                Move(_repeats, batch.Repeats, 4 * _options.BatchSize);
                _gathering.Left(batch.Appends.Count + Waiting);
                if (!batch.IsEmpty)
                    return true;
            }
            while (!_closed || !HasNothing);
            return false;
        }
    }

    /// <summary>Takes everything there is, to be refused at once.</summary>
    public void TakeAll(Batch batch)
    {
        lock (_gate)
        {
            Move(_jobs, batch.Jobs, int.MaxValue);
            _lifecycle.MoveAllTo(batch);
            _alerts.MoveAllTo(batch);
            Move(_repeats, batch.Repeats, int.MaxValue);
        }
    }

    /// <summary>Takes no more appends; what closing itself has to write still goes.</summary>
    public void CloseToAppends() => Volatile.Write(ref _closedToAppends, true);

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Wake();
        }
    }

    private void Wake()
    {
        Monitor.PulseAll(_gate);
        Filled?.Invoke();
    }

    private bool? Add(Func<bool> add, bool closed = false)
    {
        lock (_gate)
        {
            if (closed || _closed)
                return null;
            var wasEmpty = HasNothing;
            if (!add())
                return false;
            if (wasEmpty)
                Wake();
            return true;
        }
    }

    private static void Move<T>(Queue<T> from, List<T> to, int most)
    {
        while (most-- > 0 && from.TryDequeue(out var item))
            to.Add(item);
    }
}
