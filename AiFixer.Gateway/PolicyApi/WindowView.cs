namespace AiFixer.Gateway.PolicyApi;

/// <summary>A freeze or a maintenance window.</summary>
/// <param name="Kind"><c>freeze</c> or <c>maintenance</c>.</param>
/// <param name="Times">When, in words.</param>
/// <param name="Now">Whether it is now.</param>
public sealed record WindowView(string Name, string Kind, string Times, bool Now);
