namespace AiFixer.Core.Analysis.Workload;

/// <summary>One running copy of a workload.</summary>
/// <param name="Trouble">Why it does not run, such as <c>CrashLoopBackOff</c>; null when it does.</param>
/// <param name="LastExit">How it ended last: <c>OOMKilled</c>, <c>Error (exit code 1)</c>; null when it never did.</param>
public sealed record PodFact(string Name, string TemplateHash, bool Ready, int Restarts, string? Trouble, string? LastExit)
{
    private static readonly string[] Crashing =
        ["CrashLoopBackOff", "Error", "OOMKilled", "RunContainerError", "CreateContainerConfigError", "StartError", "ContainerCannotRun"];

    private static readonly string[] NotPulling = ["ImagePullBackOff", "ErrImagePull", "InvalidImageName"];

    /// <summary>A copy that keeps crashing runs for a moment between two crashes; that is no recovery.</summary>
    public bool Crashes => (Trouble is not null && Crashing.Contains(Trouble)) || (!Ready && Restarts > 0 && LastExit is not null);

    public bool CannotPull => Trouble is not null && NotPulling.Contains(Trouble);
}
