namespace AiFixer.Storage.Writing;

/// <summary>Appends of one lane that wait their turn: so many, so large, and no more.</summary>
internal sealed class AppendQueue(int most, long mostBytes)
{
    private readonly Queue<PendingAppend> _waiting = [];
    private readonly List<PendingAppend> _putOff = [];
    private long _bytes;

    public int Count => _waiting.Count + _putOff.Count;

    public bool IsEmpty => Count == 0;

    public bool TryAdd(PendingAppend append)
    {
        if (Count >= most || (!IsEmpty && _bytes + append.Size > mostBytes))
            return false;
        _bytes += append.Size;
        _waiting.Enqueue(append);
        return true;
    }

    /// <summary>Moves what fits into the batch; what touches the same rows as another waits, in order, for the next.</summary>
    public void MoveTo(BatchBuilder builder)
    {
        var kept = 0;
        for (var i = 0; i < _putOff.Count; i++)
        {
            if (builder.TryAdd(_putOff[i]))
                _bytes -= _putOff[i].Size;
            else
                _putOff[kept++] = _putOff[i];
        }

        _putOff.RemoveRange(kept, _putOff.Count - kept);
        while (!builder.IsFull && _putOff.Count < builder.Most && _waiting.TryDequeue(out var next))
        {
            if (builder.TryAdd(next))
                _bytes -= next.Size;
            else
                _putOff.Add(next);
        }
    }

    public void MoveAllTo(Batch batch)
    {
        batch.Appends.AddRange(_putOff);
        batch.Appends.AddRange(_waiting);
        _putOff.Clear();
        _waiting.Clear();
        _bytes = 0;
    }
}
