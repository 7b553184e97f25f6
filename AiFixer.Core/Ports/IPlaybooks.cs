using AiFixer.Core.Playbooks;

namespace AiFixer.Core.Ports;

/// <summary>The playbooks as this process knows them: in memory, so that they can be asked at every triage.</summary>
public interface IPlaybooks
{
    PlaybookSet Current { get; }
}
