using AiFixer.Core.Incidents;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;

namespace AiFixer.Engine.Nodes;

/// <summary>Whoever takes an alert changes incidents that are at work elsewhere: there it is told to read again.</summary>
internal sealed class WakingSink(IWaker waker, WorkflowRules rules, Handover handover) : IChangeSink
{
    public void Changed(Incident state, long version) => waker.Wake(state.Id, WorkPlace.Of(state, rules.Grouping), version);

    public void Opened(Held held)
    {
        handover.Give(held);
        Changed(held.State, held.Version);
    }
}
