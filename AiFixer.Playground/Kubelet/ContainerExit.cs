namespace AiFixer.Playground.Kubelet;

internal sealed record ContainerExit(DateTimeOffset Started, DateTimeOffset Finished, string Message);
