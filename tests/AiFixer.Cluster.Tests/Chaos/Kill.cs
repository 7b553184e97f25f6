namespace AiFixer.Cluster.Tests.Chaos;

/// <summary>A process that was killed, and when.</summary>
internal sealed record Kill(int Process, DateTimeOffset At);
