using AiFixer.Core.Incidents;
using AiFixer.Storage.Statements;

namespace AiFixer.Simulation.Kernel;

/// <summary>What happened in a run, in sentences; nothing is put together while nobody listens.</summary>
internal sealed class Story(bool isTold)
{
    private readonly List<string> lines = [];

    public bool IsTold => isTold;

    public IReadOnlyList<string> Lines => lines;

    /// <summary>What a process has brought to disk.</summary>
    public void Tell(Sim sim, SimProcess process, IReadOnlyList<Command> commands)
    {
        if (!isTold)
            return;
        foreach (var entries in commands.OfType<InsertEntries>())
        {
            for (var row = 0; row < entries.Count; row++)
                Tell(sim, $"{process.Name} writes {entries.Columns[0][row]} {entries.Columns[1][row]}: {Text((byte[])entries.Columns[2][row])}");
        }
    }

    public void Tell(Sim sim, FormattableString line)
    {
        if (isTold)
            lines.Add($"{sim.Time:HH:mm:ss.fff}  {FormattableString.Invariant(line)}");
    }

    private static string Text(byte[] entry)
    {
        var read = IncidentJson.ReadEntry(entry);
        return $"{read.Cause} by {read.By}: {string.Join(", ", read.Events.Select(happened => happened.GetType().Name))}";
    }
}
