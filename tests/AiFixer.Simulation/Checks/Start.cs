using AiFixer.Core;
using AiFixer.Plugins;

namespace AiFixer.Simulation.Checks;

/// <summary>A call that was allowed to leave.</summary>
/// <param name="At">By the true time.</param>
/// <param name="TakesUnit">Nobody was asked about it, it takes nothing back, and it is the first time.</param>
internal sealed record Start(IncidentId Incident, string Action, TargetRef Target, TimeSpan At, bool TakesUnit);
