namespace AiFixer.Playground.Kubelet;

internal sealed record ContainerExit(DateTimeOffset Started, DateTimeOffset Finished, int Code, string Reason)
{
    public static ContainerExit Error(DateTimeOffset started, DateTimeOffset finished) => new(started, finished, 1, "Error");

    public static ContainerExit OutOfMemory(DateTimeOffset started, DateTimeOffset finished) => new(started, finished, 137, "OOMKilled");

    public static ContainerExit Killed(DateTimeOffset started, DateTimeOffset finished) => new(started, finished, 137, "Error");
}
