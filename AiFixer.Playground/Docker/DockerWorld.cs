using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Playground.Docker;

/// <summary>The containers of one host, and what happens to them.</summary>
public sealed class DockerWorld(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<DockerContainer> containers = [];
    private readonly List<DockerEvent> events = [];

    /// <summary>How many containers were started or ended by the API.</summary>
    public int Changes { get; private set; }

    /// <summary>While set, calls that change something are begun and never answered.</summary>
    public bool Hangs { get; set; }

    /// <summary>What the daemon says when a container does not come up; null when all do.</summary>
    public string? StartFailure { get; set; }

    /// <summary>Adds a running container; one of a compose service may be for one run only, as <c>docker compose run</c> makes them.</summary>
    public DockerContainer Add(string name, string? project = null, string? service = null, string? health = null, bool oneOff = false)
    {
        var labels = new Dictionary<string, string>();
        if (project is not null)
            labels["com.docker.compose.project"] = project;
        if (service is not null)
            (labels["com.docker.compose.service"], labels["com.docker.compose.oneoff"]) = (service, oneOff ? "True" : "False");
        var now = time.GetUtcNow();
        var container = new DockerContainer
        {
            Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {now:O}"))),
            Name = name,
            Labels = labels,
            Created = now,
            StartedAt = now,
            Health = health,
            HealthOnceStarted = health is null ? null : "healthy",
        };
        lock (gate)
            containers.Add(container);
        return container;
    }

    /// <summary>Removes a container, as <c>docker rm -f</c> does.</summary>
    public void Remove(DockerContainer container)
    {
        lock (gate)
            containers.Remove(container);
    }

    internal IReadOnlyList<DockerContainer> All
    {
        get
        {
            lock (gate)
                return [.. containers];
        }
    }

    /// <summary>By name, identity, or the beginning of one that fits only once.</summary>
    internal DockerContainer? Find(string key)
    {
        lock (gate)
        {
            var byStart = containers.Where(c => c.Id.StartsWith(key, StringComparison.Ordinal)).Take(2).ToList();
            return containers.FirstOrDefault(c => c.Name == key.TrimStart('/')) ?? (byStart.Count == 1 ? byStart[0] : null);
        }
    }

    internal IReadOnlyList<DockerEvent> EventsOf(DateTimeOffset since, DateTimeOffset until)
    {
        lock (gate)
            return [.. events.Where(e => e.At >= since && e.At <= until)];
    }

    /// <returns>What went wrong; null when nothing did.</returns>
    internal string? Restart(DockerContainer container)
    {
        Stop(container);
        return Start(container);
    }

    internal void Stop(DockerContainer container)
    {
        lock (gate)
        {
            if (!container.Running)
                return;
            Happen(container, "kill");
            (container.Status, container.ExitCode, container.FinishedAt) = ("exited", 143, time.GetUtcNow());
            Happen(container, "die");
            Changes++;
        }
    }

    internal string? Start(DockerContainer container)
    {
        lock (gate)
        {
            if (container.Running)
                return null;
            if (StartFailure is { } failure)
                return failure;
            (container.Status, container.ExitCode, container.StartedAt) = ("running", 0, time.GetUtcNow());
            container.Health = container.HealthOnceStarted ?? container.Health;
            container.Log.Add("started");
            Happen(container, "start");
            Changes++;
            return null;
        }
    }

    /// <summary>The first thing that happens to a container that is asked to end.</summary>
    internal void BeginToStop(DockerContainer container)
    {
        lock (gate)
            Happen(container, "kill");
    }

    private void Happen(DockerContainer container, string action) => events.Add(new(time.GetUtcNow(), container.Id, container.Name, action));
}
