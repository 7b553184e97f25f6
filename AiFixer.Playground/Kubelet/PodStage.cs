namespace AiFixer.Playground.Kubelet;

internal enum PodStage
{
    Unscheduled,
    Creating,
    Starting,
    Ready,
    Unready,
    Exited,
    BackOff,
}
