namespace AiFixer.Core.Analysis.Signals;

/// <summary>Where a sign of trouble was seen.</summary>
internal enum SignalKind
{
    Alert,
    Metric,
    Log,
    Span,
    Status,
}
