namespace AiFixer.Playground.Control;

/// <summary>The body of <c>POST /world/deployments</c>; with a count above one the names get the suffixes -1, -2, ….</summary>
internal sealed record NewDeployments(string Namespace, string Name, int Replicas = 3, int Count = 1);
