namespace AiFixer.Engine.Leasing;

/// <summary>A living process holds the database.</summary>
public sealed class LeaseHeldException(string holder, DateTimeOffset until) : Exception(
    $"Another AiFixer works on this database: {holder} (lease until {until:u}). "
    + "Stop it first, give this one a database of its own, or run the cluster.");
