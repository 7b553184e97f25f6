using System.Collections.Immutable;

namespace AiFixer.Core.Incidents;

/// <summary>Who should take an incident.</summary>
/// <param name="Team"><c>FE</c>, <c>BE</c>, <c>INFRA</c>, <c>DB</c>, or <c>COLLAB</c> when no team alone is sure enough to be it.</param>
/// <param name="Others">Teams that should help.</param>
public sealed record Responsibility(string Team, string Why, ImmutableList<string> Others);
