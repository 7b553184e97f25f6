namespace AiFixer.Core.Analysis.Clusters;

/// <summary>One container of a pod.</summary>
/// <param name="Waiting">Why it does not run, such as <c>CrashLoopBackOff</c>; null when it does.</param>
/// <param name="Ended">How it ended last, such as <c>OOMKilled</c>; null when it never did.</param>
/// <param name="MemoryLimit">As it is written, such as <c>256Mi</c>.</param>
public sealed record ContainerView(
    string Name, string Image, bool Ready, int Restarts, string? Waiting, string? WaitingMessage, string? Ended, string? EndedMessage, int? ExitCode,
    string? MemoryLimit, string? CpuLimit, DateTimeOffset? EndedAt = null);
