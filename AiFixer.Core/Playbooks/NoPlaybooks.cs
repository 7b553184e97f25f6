using AiFixer.Core.Ports;

namespace AiFixer.Core.Playbooks;

/// <summary>No playbooks, for whoever has nowhere to keep them.</summary>
public sealed class NoPlaybooks : IPlaybooks
{
    private NoPlaybooks()
    {
    }

    public static NoPlaybooks Instance { get; } = new();

    public PlaybookSet Current => PlaybookSet.Empty;
}
