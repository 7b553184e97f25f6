namespace AiFixer.Plugins.Checks;

/// <summary>Looks whether one configured connection is reachable, lets us in, and allows what its plugins need.</summary>
public interface IConnectionCheck
{
    /// <summary>What is looked at.</summary>
    string Subject { get; }

    /// <summary>Looks. Whatever is wrong is a finding.</summary>
    Task<Finding> RunAsync(CancellationToken cancellationToken);
}
