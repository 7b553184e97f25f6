using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Running;

/// <summary>Hears of every change right after it is on disk.</summary>
internal interface IChangeSink
{
    void Changed(Incident state, long version);
}
