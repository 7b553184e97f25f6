using System.Collections.Immutable;

namespace AiFixer.Core.Analysis;

/// <summary>What all detectors together say of a series.</summary>
/// <param name="Known">The samples it is about: the series without its gaps.</param>
/// <param name="Composite">Of each sample, how much of the detectors' weight sees it; 0 to 1.</param>
public sealed record AnomalyReport(
    Series Known, ImmutableArray<double> Composite, ImmutableArray<DetectorVerdict> Verdicts, DetectorOptions Options)
{
    /// <summary>The most that any sample has.</summary>
    public double Score => Composite.IsEmpty ? 0 : Composite.Max();

    public bool Anomalous => Score > Options.Anomalous;

    public AnomalySeverity Severity => SeverityOf(Score);

    /// <summary>The samples that are anomalous.</summary>
    public IEnumerable<Anomaly> Anomalies => Enumerable.Range(0, Composite.Length)
        .Where(i => Composite[i] > Options.Anomalous)
        .Select(i => new Anomaly(Known.Times[i], Known.Values[i], Composite[i], SeverityOf(Composite[i]), SeenBy(i)));

    private AnomalySeverity SeverityOf(double score) =>
        score > Options.High ? AnomalySeverity.High : score > Options.Medium ? AnomalySeverity.Medium : AnomalySeverity.Low;

    private ImmutableArray<string> SeenBy(int i) =>
        [.. Verdicts.Where(verdict => verdict.Wild is { } wild && wild[i]).Select(verdict => verdict.Detector)];
}
