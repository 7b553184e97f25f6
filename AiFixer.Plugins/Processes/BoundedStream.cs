namespace AiFixer.Plugins.Processes;

/// <summary>Reads a program's stream to its end and keeps only so much of it.</summary>
internal sealed class BoundedStream : IDisposable
{
    private readonly Stream source;
    private readonly MemoryStream kept = new();
    private readonly TaskCompletionSource full = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private readonly int most;
    private long dropped;

    public BoundedStream(Stream source, int most)
    {
        (this.source, this.most) = (source, most);
        Ended = Task.Run(ReadAsync);
    }

    public Task Ended { get; }

    /// <summary>Done when more came than is kept; never otherwise.</summary>
    public Task Full => full.Task;

    public ProcessText Take()
    {
        lock (gate)
            return ProcessText.Of(kept.GetBuffer().AsSpan(0, (int)kept.Length), dropped);
    }

    public void Dispose() => source.Dispose();

    private async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await source.ReadAsync(buffer) is > 0 and var count)
                Keep(buffer.AsSpan(0, count));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Whoever held the other end open was left behind: what came so far is what there is.
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            var room = Math.Min(bytes.Length, most - (int)kept.Length);
            kept.Write(bytes[..room]);
            dropped += bytes.Length - room;
        }

        if (dropped > 0)
            full.TrySetResult();
    }
}
