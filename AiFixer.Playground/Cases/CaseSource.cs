namespace AiFixer.Playground.Cases;

/// <summary>What a case may have data of.</summary>
public enum CaseSource
{
    /// <summary>A cluster's objects and its pods' logs.</summary>
    Kubernetes,

    /// <summary>What Prometheus holds.</summary>
    Metrics,

    /// <summary>What Loki holds.</summary>
    Logs,

    /// <summary>What Jaeger holds.</summary>
    Traces,

    /// <summary>A database's own monitoring.</summary>
    Database,

    /// <summary>Commits, deploys, flags and announcements.</summary>
    Changes,
}
