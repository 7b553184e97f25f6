using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Running;

/// <summary>Hears of every change right after it is on disk.</summary>
internal interface IChangeSink
{
    void Changed(Incident state, long version);

    /// <summary>The first of them.</summary>
    void Opened(Held held) => Changed(held.State, held.Version);
}
