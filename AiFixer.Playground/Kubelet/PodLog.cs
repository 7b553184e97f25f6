namespace AiFixer.Playground.Kubelet;

/// <summary>What the running container wrote and what the one before it wrote; both bounded.</summary>
internal sealed class PodLog
{
    private const int Kept = 500;

    public List<LogLine> Current { get; private set; } = [];

    public List<LogLine>? Previous { get; private set; }

    public void Write(DateTimeOffset time, string text)
    {
        if (Current.Count == Kept)
            Current.RemoveAt(0);
        Current.Add(new(time, text));
    }

    public void Rotate()
    {
        Previous = Current;
        Current = [];
    }
}
