namespace AiFixer.Plugins.Databases;

/// <summary>A standby as its primary sees it. Seconds are the server's last measurement: none while nothing moves.</summary>
internal sealed record StandbyData(
    string Application, string? Client, string State, string SyncState, long? SendLagBytes, long? FlushLagBytes, long? ReplayLagBytes,
    double? FlushLagSeconds, double? ReplayLagSeconds, double? SilentSeconds);
