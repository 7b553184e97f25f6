using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Patterns;

/// <summary>A pattern that was found.</summary>
/// <param name="Score">0 to 1; several sources that agree make it larger.</param>
/// <param name="Evidence">Ids of what shows it, without repeats.</param>
/// <param name="Objects">What it was seen on.</param>
/// <param name="Why">In words.</param>
public sealed record PatternFinding(
    PatternKind Kind, double Score, ImmutableList<string> Evidence, ImmutableList<string> Objects, string Why)
{
    /// <summary>As it is written in configurations and answers: <c>CRASH_LOOP</c>.</summary>
    public string Name => Kind switch
    {
        PatternKind.Oom => "OOM",
        PatternKind.CpuThrottling => "CPU_THROTTLING",
        PatternKind.CrashLoop => "CRASH_LOOP",
        PatternKind.Network => "NETWORK",
        PatternKind.ImagePull => "IMAGE_PULL",
        PatternKind.Quota => "QUOTA",
        _ => "DISK",
    };
}
