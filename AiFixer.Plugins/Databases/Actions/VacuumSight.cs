namespace AiFixer.Plugins.Databases;

/// <summary>What is to be known before a table is vacuumed.</summary>
internal sealed record VacuumSight(string Database, bool IsStandby, IReadOnlyList<TableState> Found, Horizon? HeldBackBy);
