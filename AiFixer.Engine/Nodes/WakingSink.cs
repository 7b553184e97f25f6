using AiFixer.Core.Incidents;
using AiFixer.Engine.Running;

namespace AiFixer.Engine.Nodes;

/// <summary>Whoever takes an alert changes incidents that are at work elsewhere: there it is told to read again.</summary>
internal sealed class WakingSink(IWaker waker) : IChangeSink
{
    public void Changed(Incident state, long version) => waker.Wake(state.Id);
}
