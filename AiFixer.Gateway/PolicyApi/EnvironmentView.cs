using AiFixer.Core.Policy;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>A part of the world with rules of its own.</summary>
/// <param name="Mode">The mode that holds there.</param>
public sealed record EnvironmentView(string Name, IReadOnlyList<string> Scopes, PolicyMode Mode, int? AutomaticFixesPerHour, int? MaxAffected);
