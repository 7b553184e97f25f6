using AiFixer.Core;

namespace AiFixer.Engine.Scheduling;

/// <summary>A line for each source. They take turns; within one it is first come, first served.</summary>
internal sealed class TurnQueue
{
    private readonly Dictionary<string, Queue<IncidentId>> lines = new(StringComparer.Ordinal);
    private readonly Queue<string> turns = new();

    public bool IsEmpty => turns.Count == 0;

    public bool Has(string source) => lines.ContainsKey(source);

    public void Enqueue(IncidentId id, string source)
    {
        if (!lines.TryGetValue(source, out var line))
        {
            lines[source] = line = new();
            turns.Enqueue(source);
        }

        line.Enqueue(id);
    }

    public IncidentId Dequeue()
    {
        var source = turns.Dequeue();
        var line = lines[source];
        var id = line.Dequeue();
        if (line.Count > 0)
            turns.Enqueue(source);
        else
            lines.Remove(source);
        return id;
    }
}
