using System.Collections.Concurrent;
using AiFixer.Core;

namespace AiFixer.Engine.Recovery;

/// <summary>How long this process has seen calls in the hands of others, by its own clock.</summary>
internal sealed class CallWatch(TimeProvider time)
{
    /// <summary>What nobody looked at for so long has gone on elsewhere.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(IncidentId Incident, string Task, string Sender), Watch> watched = new();

    /// <summary>The time since this was asked first of the same call.</summary>
    public TimeSpan Seen(IncidentId incident, string task, string sender)
    {
        var now = time.GetTimestamp();
        var watch = watched.AddOrUpdate((incident, task, sender), _ => Begin(now), (_, known) => known with { Last = now });
        return time.GetElapsedTime(watch.First, now);
    }

    public void Forget(IncidentId incident, string task, string sender) => watched.TryRemove((incident, task, sender), out _);

    private Watch Begin(long now)
    {
        foreach (var old in watched.Where(pair => time.GetElapsedTime(pair.Value.Last, now) > Forgotten))
            watched.TryRemove(old);
        return new(now, now);
    }

    private sealed record Watch(long First, long Last);
}
