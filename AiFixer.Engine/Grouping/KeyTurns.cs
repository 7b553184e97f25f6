using System.Collections.Concurrent;

namespace AiFixer.Engine.Grouping;

/// <summary>Lets one at a time try to lead: the others of this process wait to hear who does.</summary>
internal sealed class KeyTurns
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> busy = new(StringComparer.Ordinal);

    /// <param name="other">Ends with the turn of whoever is at it.</param>
    /// <returns>False when somebody is.</returns>
    public bool TryEnter(IReadOnlyList<string> keys, out Task other)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var i = 0; i < keys.Count; i++)
        {
            if (busy.GetOrAdd(keys[i], mine) is var holder && holder == mine)
                continue;
            Leave(keys.Take(i));
            other = holder.Task;
            return false;
        }

        other = Task.CompletedTask;
        return true;
    }

    public void Leave(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (busy.TryRemove(key, out var mine))
                mine.TrySetResult();
        }
    }
}
