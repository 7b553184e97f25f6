using AiFixer.Core;
using AiFixer.Engine.Scheduling;

namespace AiFixer.Engine.Nodes;

/// <summary>Has an incident looked at wherever it is now.</summary>
internal interface IWaker
{
    /// <param name="version">What was written of it; whoever knows that need not read.</param>
    void Wake(IncidentId id, WorkPlace place, long version);
}
