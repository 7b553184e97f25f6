namespace AiFixer.Playground.Workload;

/// <summary>What the software behind a workload is like and needs, whatever its pods' specs say. Faults are properties of it.</summary>
internal sealed class Application
{
    public const long UsualMemory = 90L << 20;
    public const double IdleCpu = 0.010;
    public const double CpuAtCapacity = 0.100;
    public const int ConnectionPool = 100;

    /// <summary>Where its images live; any other image is other software. Null: nothing is known of it, and any image will do.</summary>
    public string? Repository { get; init; }

    public int Port { get; init; } = 8080;

    public string ReadyPath { get; init; } = "/ready";

    public string LivePath { get; init; } = "/healthz";

    /// <summary>Requests of all clients together.</summary>
    public double RequestsPerSecond { get; set; }

    /// <summary>What one pod can answer in a second.</summary>
    public double CapacityPerPod { get; set; }

    /// <summary>Working set of a container that has run for a while.</summary>
    public long MemoryNeed { get; set; } = UsualMemory;

    /// <summary>Connections a container takes and never gives back, each second.</summary>
    public double LeaksPerSecond { get; set; }

    public DateTimeOffset LeakingSince { get; set; }

    /// <summary>A dependency that is down: pods of every revision crash.</summary>
    public string? BrokenDependency { get; set; }

    /// <summary>Images with a bug that ends the process: the last words of each.</summary>
    public Dictionary<string, string> BrokenImages { get; } = new(StringComparer.Ordinal);

    /// <summary>Environment variables that an image cannot run without.</summary>
    public Dictionary<string, string> RequiredSettings { get; } = new(StringComparer.Ordinal);

    /// <summary>Images that fill their scratch space without end, with the bytes they write each second.</summary>
    public Dictionary<string, double> DiskWriters { get; } = new(StringComparer.Ordinal);

    public bool Owns(string? image) => Repository is null || RepositoryOf(image) == Repository;

    public static string RepositoryOf(string? image)
    {
        var name = image ?? "";
        var tag = name.LastIndexOf(':');
        return tag > name.LastIndexOf('/') ? name[..tag] : name;
    }

    /// <summary>Takes every fault away; what the software is stays.</summary>
    public void Heal(double capacityPerPod)
    {
        (RequestsPerSecond, CapacityPerPod, MemoryNeed, LeaksPerSecond, BrokenDependency) = (0, capacityPerPod, UsualMemory, 0, null);
        BrokenImages.Clear();
        RequiredSettings.Clear();
        DiskWriters.Clear();
    }
}
