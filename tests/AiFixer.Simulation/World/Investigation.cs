using AiFixer.Core;

namespace AiFixer.Simulation.World;

/// <summary>A process began to look for a cause.</summary>
/// <param name="Others">How many others it looked for at that moment.</param>
internal sealed record Investigation(string Process, IncidentId Incident, Severity Severity, int Others);
