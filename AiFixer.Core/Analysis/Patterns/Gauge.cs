namespace AiFixer.Core.Analysis.Patterns;

/// <summary>A number that a pattern may be made of.</summary>
/// <param name="Id">Of the evidence it comes from.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="Value">Its value now, or its most in the window; a share is 0 to 1.</param>
public sealed record Gauge(string Id, string Object, GaugeMeasure Measure, double Value);
