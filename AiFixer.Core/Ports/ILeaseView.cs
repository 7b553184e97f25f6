namespace AiFixer.Core.Ports;

/// <summary>Whether this process may still act on the world.</summary>
public interface ILeaseView
{
    /// <summary>Names our present hold of the lease. What is read of its time before this name is true of no later hold.</summary>
    string Id { get; }

    /// <summary>How much longer, by our own clock; zero or less when it may not.</summary>
    TimeSpan ValidFor { get; }
}
