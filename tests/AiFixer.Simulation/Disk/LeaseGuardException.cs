namespace AiFixer.Simulation.Disk;

/// <summary>What PostgreSQL answers with a division by zero: the lease is not held.</summary>
internal sealed class LeaseGuardException() : Exception("The lease is not held.");
