namespace AiFixer.Hosting.Engines;

/// <summary>Where incidents are run. The setting <c>Engine</c>.</summary>
public enum EngineKind
{
    /// <summary>In the gateway's own process.</summary>
    Local,

    /// <summary>By silos; the gateway only talks to them.</summary>
    Cluster,
}
