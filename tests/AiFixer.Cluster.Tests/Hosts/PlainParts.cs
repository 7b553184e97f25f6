using AiFixer.Core.Incidents;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Crash;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Cluster.Tests.Hosts;

/// <summary>What a cluster is put together from when no scenario is played on it.</summary>
internal static class PlainParts
{
    public static async Task<HostParts> NewAsync(IStore store, ManualTime time, WorkflowRules? rules = null) =>
        new(store, await store.OpenAsync(), new(time), new(), new Life(), [], rules ?? EngineSettings.Auto, EngineSettings.Options, time, analyst => analyst);
}
