using AiFixer.Core.Incidents;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Counting;

/// <summary>How many more or fewer incidents there are in each status after a batch.</summary>
internal sealed class StatusChanges
{
    private readonly Dictionary<string, long> _changes = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> All => _changes;

    public void Clear() => _changes.Clear();

    /// <param name="from">The status before; empty for a new incident.</param>
    public void Move(string from, IncidentStatus to)
    {
        var name = Names.Of(to);
        if (from == name)
            return;
        if (from.Length > 0)
            Add(from, -1);
        Add(name, 1);
    }

    private void Add(string status, long change) => _changes[status] = _changes.GetValueOrDefault(status) + change;
}
