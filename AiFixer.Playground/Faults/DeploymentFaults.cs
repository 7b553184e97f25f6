namespace AiFixer.Playground.Faults;

/// <summary>What is wrong with one deployment at the moment.</summary>
internal sealed class DeploymentFaults
{
    public HashSet<string> BrokenImages { get; } = new(StringComparer.Ordinal);

    /// <summary>A dependency that is down: pods of every revision crash.</summary>
    public string? BrokenDependency { get; set; }

    public double RequestsPerSecond { get; set; }

    public double CapacityPerPod { get; set; }

    /// <summary>The last words of a container that cannot run, or null when it can.</summary>
    public string? CrashMessage(string? image)
    {
        if (BrokenDependency is { } dependency)
            return $"dial tcp {dependency}: connect: connection refused";
        return image is not null && BrokenImages.Contains(image)
            ? "invalid configuration: required setting PAYMENT_TIMEOUT_MS is missing"
            : null;
    }

    public bool IsOverloaded(int runningPods) => RequestsPerSecond > runningPods * CapacityPerPod;
}
