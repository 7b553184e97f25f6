using AiFixer.Tests.Engine.Crash;

namespace AiFixer.Simulation.World;

/// <summary>A call that left for the world.</summary>
/// <param name="At">By the true time, which its process does not know.</param>
internal sealed record Departure(Sending Sending, TimeSpan At);
