namespace AiFixer.Playground;

/// <summary>How one deployment is doing.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Healthy">The rollout is complete and every wanted pod is ready.</param>
/// <param name="Desired">Wanted pods.</param>
/// <param name="Ready">Ready pods.</param>
/// <param name="Updated">Pods of the current revision.</param>
/// <param name="Revision">The current revision.</param>
/// <param name="Image">The image of its first container.</param>
/// <param name="Restarts">Restarts of all its pods together.</param>
/// <param name="Generation">Changes with every change of the spec.</param>
/// <param name="Uid">Its uid.</param>
public sealed record DeploymentHealth(
    string Namespace, string Name, bool Healthy, long Desired, long Ready, long Updated, long Revision, string Image, long Restarts, long Generation, string Uid);
