using System.Collections.Concurrent;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Crash;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Tests.Engine.World;

/// <summary>What a host is put together from.</summary>
/// <param name="Disk">What stays, to open it again.</param>
/// <param name="Lives">Every process there was; those of silos are added.</param>
/// <param name="Store">The same as one process has it open.</param>
internal sealed record HostParts(
    IStore Disk,
    IOpenStore Store,
    Ledger Ledger,
    ConcurrentQueue<Sending> Sendings,
    Life Life,
    List<Life> Lives,
    WorkflowRules Rules,
    EngineOptions Options,
    ManualTime Time,
    Func<IAnalyst, IAnalyst> Analyst);
