namespace AiFixer.Playground.Nodes;

/// <summary>What is true of a machine, whatever its object says.</summary>
internal sealed class NodeRun
{
    /// <summary>Its kubelet does not answer, and neither do its pods.</summary>
    public bool Down { get; set; }

    /// <summary>What lies on its disk beside what pods write: images, the system, other programs' files.</summary>
    public double HostBytes { get; set; } = UsualHostBytes;

    public DateTimeOffset? DiskFullAt { get; set; }

    public DateTimeOffset? MemoryFullAt { get; set; }

    /// <summary>Only the newest absence counts.</summary>
    public int Absence { get; set; }

    public const double UsualHostBytes = 30d * (1L << 30);
}
