namespace AiFixer.Core.Analysis.Patterns;

/// <summary>What a <see cref="Gauge"/> measures.</summary>
public enum GaugeMeasure
{
    /// <summary>Working set as a share of the limit.</summary>
    MemoryOfLimit,

    /// <summary>The share of periods in which a container was held back.</summary>
    CpuThrottled,

    /// <summary>How often containers were started again in the window.</summary>
    Restarts,

    /// <summary>The used share of a disk.</summary>
    DiskUsed,

    /// <summary>The used share of a quota.</summary>
    QuotaUsed,

    /// <summary>The share of packets or calls that got lost.</summary>
    NetworkErrors,
}
