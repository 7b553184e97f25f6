using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>One copy of a workload.</summary>
/// <param name="Conditions">Conditions that are not met, with their reasons and messages.</param>
public sealed record PodView(
    string Name, string TemplateHash, string Phase, bool Ready, bool Terminating, string? Node, DateTimeOffset? CreatedAt, string? Reason, string? Message,
    ImmutableList<ContainerView> Containers, ImmutableList<ConditionView> Conditions)
{
    private static readonly string[] NotPulling = ["ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull"];
    private static readonly string[] NotMade = ["CreateContainerConfigError", "CreateContainerError", "RunContainerError", "StartError", "ContainerCannotRun"];

    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The names that its containers give to their ports.</summary>
    public ImmutableList<string> PortNames { get; init; } = [];

    public int Restarts => Containers.Sum(c => c.Restarts);

    public ContainerView? CannotPull => Containers.Find(c => c.Waiting is not null && NotPulling.Contains(c.Waiting));

    public ContainerView? CannotBeMade => Containers.Find(c => c.Waiting is not null && NotMade.Contains(c.Waiting));

    /// <summary>A copy that keeps crashing runs for a moment between two crashes; that is no recovery.</summary>
    public ContainerView? Crashes => Containers.Find(c => c.Waiting is "CrashLoopBackOff" || (!c.Ready && c.Waiting is null && c.Ended is not null && (c.Restarts > 0 || Phase == "Failed")));

    public bool IsDone => Phase == "Succeeded";

    public bool IsWell => Ready && Phase == "Running";
}
