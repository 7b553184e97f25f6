namespace AiFixer.Simulation.Disk;

/// <summary>The database does not answer, or its answer does not arrive.</summary>
internal sealed class Outage(string what) : Exception(what);
