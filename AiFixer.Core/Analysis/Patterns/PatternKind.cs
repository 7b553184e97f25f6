namespace AiFixer.Core.Analysis.Patterns;

/// <summary>Troubles that show in several places at once, each in its own way.</summary>
public enum PatternKind
{
    Oom,
    CpuThrottling,
    CrashLoop,
    Network,
    ImagePull,
    Quota,
    Disk,
}
