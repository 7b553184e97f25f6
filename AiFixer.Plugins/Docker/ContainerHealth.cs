namespace AiFixer.Plugins.Docker;

/// <summary>How a container does.</summary>
internal static class ContainerHealth
{
    public static (TargetHealth Health, string Details) Judge(DockerContainer container, int restartsBefore) => container switch
    {
        { State.Restarting: true } => (TargetHealth.Unhealthy, $"{container.PlainName} ends again and again"),
        { State.Running: false } => (TargetHealth.Unhealthy, $"{container.PlainName} does not run: exit code {container.State.ExitCode}"),
        { State.Health.Status: "starting" } => (TargetHealth.Progressing, $"{container.PlainName} is starting"),
        { State.Health.Status: "unhealthy" } => (TargetHealth.Unhealthy, $"{container.PlainName} runs, and its health check fails"),
        _ when container.RestartCount > restartsBefore => (TargetHealth.Unhealthy, $"{container.PlainName} ended again since"),
        _ => (TargetHealth.Healthy, $"{container.PlainName} runs"),
    };

    public static int Badness(TargetHealth health) => health switch
    {
        TargetHealth.Healthy => 0,
        TargetHealth.Progressing => 1,
        TargetHealth.Unknown => 2,
        _ => 3,
    };
}
