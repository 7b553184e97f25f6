using AiFixer.Core;

namespace AiFixer.Engine.Investigations;

/// <summary>
/// Of which origins incidents found no place, and since when; an origin that is served goes to the end of the line. Whoever
/// does not ask again when it said that it would is forgotten. Of many of one origin a few are remembered, and of origins
/// without end so many.
/// </summary>
internal sealed class WaitingOrigins(TimeProvider time)
{
    private const int MostOrigins = 256;
    private const int MostOfOne = 16;

    /// <summary>To be found among what is due, and to come to its turn.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan TidyEvery = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, Line> lines = new(StringComparer.Ordinal);
    private long tidied = time.GetTimestamp();

    /// <summary>It waits, from the first time that it asked.</summary>
    public void Add(string origin, IncidentId incident, TimeSpan pause)
    {
        if (!lines.TryGetValue(origin, out var line))
        {
            if (lines.Count >= MostOrigins)
                return;
            lines[origin] = line = new();
        }

        var now = time.GetTimestamp();
        var until = now + Timestamps(pause + (pause / 4) + Slack);
        if (line.Waiting.TryGetValue(incident, out var before))
            line.Waiting[incident] = (before.Since, until);
        else if (line.Waiting.Count < MostOfOne)
            line.Waiting[incident] = (now, until);
    }

    /// <summary>One of this origin got a place, or gave it back.</summary>
    public void Served(string origin)
    {
        if (lines.TryGetValue(origin, out var line))
            line.Served = time.GetTimestamp();
    }

    /// <summary>It does not wait any more.</summary>
    public void Forget(string origin, IncidentId incident)
    {
        if (lines.TryGetValue(origin, out var line) && line.Waiting.Remove(incident) && line.Waiting.Count == 0)
            lines.Remove(origin);
    }

    /// <returns>Later than all when none of it waits.</returns>
    public long Since(string origin) => lines.TryGetValue(origin, out var line) ? line.Since : long.MaxValue;

    public int Count(Func<string, long, bool> which)
    {
        var count = 0;
        foreach (var (origin, line) in lines)
            count += which(origin, line.Since) ? 1 : 0;
        return count;
    }

    public void Tidy()
    {
        if (time.GetElapsedTime(tidied) < TidyEvery)
            return;
        tidied = time.GetTimestamp();
        foreach (var (origin, line) in lines.ToList())
        {
            foreach (var late in line.Waiting.Where(one => one.Value.Until < tidied).Select(one => one.Key).ToList())
                Forget(origin, late);
        }
    }

    private long Timestamps(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    private sealed class Line
    {
        public Dictionary<IncidentId, (long Since, long Until)> Waiting { get; } = [];

        public long Served { get; set; } = long.MinValue;

        public long Since
        {
            get
            {
                var first = long.MaxValue;
                foreach (var (since, _) in Waiting.Values)
                    first = Math.Min(first, since);
                return Math.Max(first, Served);
            }
        }
    }
}
