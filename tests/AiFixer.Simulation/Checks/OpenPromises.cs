using AiFixer.Core;
using AiFixer.Core.Incidents.Events;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>At no moment two incidents were open for one fingerprint, though all of them may have ended since: by what came to the disk when.</summary>
internal static class OpenPromises
{
    public static IEnumerable<string> Broken(List<WrittenLife> lives, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times)
    {
        foreach (var same in lives.GroupBy(life => life.State.Alert.Fingerprint))
        {
            var spans = same.Select(life => (life.Item.Id, Opened: times[(life.Item.Id, 1)], Closed: Closed(life, times))).OrderBy(span => span.Opened).ToList();
            foreach (var (first, second) in spans.Zip(spans.Skip(1)).Where(pair => pair.Second.Opened < pair.First.Closed))
                yield return $"{second.Id} was opened for {same.Key} at {second.Opened}, and {first.Id} was open until {first.Closed}";
        }
    }

    private static TimeSpan Closed(WrittenLife life, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times)
    {
        var last = life.Entries.Select((entry, i) => (entry, Version: i + 1L)).FirstOrDefault(one => one.entry.Events.Exists(happened => happened is Resolved or IncidentIgnored));
        return last.entry is null ? TimeSpan.MaxValue : times[(life.Item.Id, last.Version)];
    }
}
