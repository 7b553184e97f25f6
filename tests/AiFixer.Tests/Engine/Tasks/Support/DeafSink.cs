using AiFixer.Core.Incidents;
using AiFixer.Engine.Running;

namespace AiFixer.Tests.Engine.Tasks.Support;

internal sealed class DeafSink : IChangeSink
{
    public void Changed(Incident state, long version)
    {
        // Nobody listens in these tests.
    }
}
