using AiFixer.Core;
using AiFixer.Engine.Scheduling;

namespace AiFixer.Engine.Nodes;

/// <summary>Has an incident looked at wherever it is now.</summary>
internal interface IWaker
{
    void Wake(IncidentId id, WorkPlace place);
}
