using AiFixer.Core.Ports;
using AiFixer.Simulation.Chat;
using AiFixer.Simulation.Kernel;

namespace AiFixer.Simulation.Nodes;

/// <summary>One process of the product.</summary>
internal interface INode
{
    SimProcess Process { get; }

    /// <summary>Null until it takes something.</summary>
    IIncidentHost? Host { get; }

    /// <summary>What it says and hears in a chat; null while it does neither.</summary>
    ChatDesk? Desk { get; }

    /// <summary>Does what the program does, from its start until it ends by itself or is told to stop.</summary>
    Task RunAsync();

    /// <summary>Tells it to stop, as an operator would.</summary>
    void Stop();
}
