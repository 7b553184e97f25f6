using AiFixer.Playground;

namespace AiFixer.Gateway.Practice;

public sealed record PracticeModel(IReadOnlyList<DeploymentHealth> Deployments, IReadOnlyList<Trouble> Troubles);
