namespace AiFixer.Playground.Cases;

/// <summary>Whose log it is.</summary>
/// <param name="Previous">That of the container before the one that runs.</param>
internal sealed record PodLogName(string Namespace, string Pod, string Container, bool Previous);
