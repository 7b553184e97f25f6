namespace AiFixer.Plugins.Kubernetes;

internal sealed record ContainerData(
    string Name, string? Image, bool Ready, int Restarts, string? WaitingReason,
    string? LastTerminatedReason, int? LastExitCode, string? LastFinishedAt)
{
    /// <summary>How it ended last: now, if it is not running, else the time before.</summary>
    public static ContainerData Of(ContainerStatus status)
    {
        var ended = status.State?.Terminated ?? status.LastState?.Terminated;
        return new(
            status.Name, status.Image, status.Ready, status.RestartCount, status.State?.Waiting?.Reason,
            ended?.Reason, ended?.ExitCode, KubeData.Time(ended?.FinishedAt));
    }
}
