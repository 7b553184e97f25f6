using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.World;

/// <summary>A host that runs incidents, whichever it is.</summary>
internal interface IRunningHost
{
    IIncidentHost Host { get; }

    Task StartAsync();

    /// <summary>Ends when this process is gone for good.</summary>
    Task Died { get; }

    /// <summary>Returns once it does nothing but wait for the clock, for people or for the world.</summary>
    Task SettleAsync();

    /// <summary>Returns once it has begun to look at what the new time makes due.</summary>
    Task NoticeTimeAsync(Action advance);

    /// <summary>Stops it as an operator would.</summary>
    Task StopAsync();
}
