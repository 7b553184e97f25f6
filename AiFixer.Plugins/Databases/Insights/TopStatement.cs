namespace AiFixer.Plugins.Databases;

/// <summary>A statement by its shape.</summary>
internal sealed record TopStatement(
    string Statement, double DbLoadAvg, IReadOnlyList<WaitLoad> WaitEvents, double? CallsPerSec, double? MeanMs, long? Rows);
