namespace AiFixer.Core.Ports;

/// <summary>Whether this process may still act on the world.</summary>
public interface ILeaseView
{
    /// <summary>How much longer, by our own clock; zero or less when it may not.</summary>
    TimeSpan ValidFor { get; }
}
