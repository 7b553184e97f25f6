namespace AiFixer.Bench.Detecting;

/// <summary>What a run prints.</summary>
/// <param name="Found">How many samples were anomalous.</param>
internal sealed record DetectorTimes(double Seconds, double Megabytes, int Found);
