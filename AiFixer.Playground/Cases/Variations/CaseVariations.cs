using AiFixer.Playground.Cases.Variations.Renaming;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>The ways to vary a case.</summary>
public static class CaseVariations
{
    /// <summary>Those after which the verdict has to be the same.</summary>
    public static IReadOnlyList<CaseVariation> Same { get; } =
    [
        new("renamed", Renamed.Apply),
        new("shifted", Shifted.Apply),
        new("neighbours", Neighbours.Apply),
        new("unrelated-changes", UnrelatedChanges.Apply),
        new("no-decoys", NoDecoys.Apply),
        new("sparse-metrics", SparseMetrics.Apply),
        new("noisy-metrics", NoisyMetrics.Apply),
        new("thin-logs", ThinLogs.Apply),
    ];

    /// <summary>The change to blame is not known of: then no change can be convicted.</summary>
    public static CaseVariation WithoutCulprit { get; } = new("without-culprit", NoCulprit.Apply);
}
