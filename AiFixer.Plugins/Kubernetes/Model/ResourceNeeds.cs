namespace AiFixer.Plugins.Kubernetes;

/// <summary>What a container asks for and may take at most.</summary>
internal sealed record ResourceNeeds(ResourceNeeds.Amounts? Requests, ResourceNeeds.Amounts? Limits)
{
    /// <summary>What is not asked for is what may be taken at most.</summary>
    public string? CpuRequest => Requests?.Cpu ?? Limits?.Cpu;

    public string? MemoryRequest => Requests?.Memory ?? Limits?.Memory;

    internal sealed record Amounts(string? Cpu, string? Memory);
}
