namespace AiFixer.Plugins.Databases;

/// <summary>Answer of <c>db.replication_lag</c>.</summary>
/// <param name="Role"><c>primary</c> or <c>standby</c>.</param>
/// <param name="Itself">How far the asked standby is; null on a primary.</param>
/// <param name="Standbys">Those that receive from the asked server.</param>
/// <param name="Slots">Replication slots, and how much of the log each keeps.</param>
internal sealed record ReplicationData(
    string Role, StandbyItselfData? Itself, IReadOnlyList<StandbyData> Standbys, IReadOnlyList<SlotData> Slots);
