using AiFixer.Tests.Engine.World;

namespace AiFixer.Tests.Engine.Scenarios;

/// <summary>How a scenario went.</summary>
internal sealed record Outcome(Drama Drama, IReadOnlyList<string> Broken);
