using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Simulation.World;

/// <summary>What a person said, as it arrived at a process.</summary>
/// <param name="At">By the true time.</param>
/// <param name="Told">What the process answers.</param>
internal sealed record Click(IncidentId Incident, PersonInput Input, TimeSpan At, Task<TellReceipt> Told)
{
    /// <summary>Null when there never was an answer: it may have been taken all the same.</summary>
    public TellReceipt? Receipt => Told.IsCompletedSuccessfully ? Told.Result : null;
}
