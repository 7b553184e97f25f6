namespace AiFixer.Core.Analysis.Arbitration;

/// <summary>Who may be responsible.</summary>
internal static class Team
{
    /// <summary>What runs in the browser or serves it.</summary>
    public const string Frontend = "FE";

    /// <summary>The services.</summary>
    public const string Backend = "BE";

    /// <summary>Clusters, nodes, networks, certificates.</summary>
    public const string Infrastructure = "INFRA";

    /// <summary>Databases, and what asks them.</summary>
    public const string Database = "DB";

    /// <summary>No team alone.</summary>
    public const string Together = "COLLAB";
}
