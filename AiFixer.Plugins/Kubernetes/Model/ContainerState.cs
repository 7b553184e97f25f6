namespace AiFixer.Plugins.Kubernetes;

internal sealed record ContainerState(ContainerState.WaitingState? Waiting, ContainerState.RunningState? Running, ContainerState.TerminatedState? Terminated)
{
    internal sealed record WaitingState(string? Reason);

    internal sealed record RunningState(DateTimeOffset? StartedAt);

    internal sealed record TerminatedState(int ExitCode, int Signal, string? Reason, DateTimeOffset? FinishedAt);
}
