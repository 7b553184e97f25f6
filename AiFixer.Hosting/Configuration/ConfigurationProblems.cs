namespace AiFixer.Hosting.Configuration;

/// <summary>Collects everything that is wrong with the configuration, so that it is said at once.</summary>
public sealed class ConfigurationProblems
{
    private readonly List<string> _found = [];

    public IReadOnlyList<string> Found => _found;

    public void Add(string key, string problem) => Add($"{key}: {problem}");

    /// <summary>A problem that names its key itself.</summary>
    public void Add(string problem) => _found.Add(problem);

    /// <exception cref="ConfigurationException">There is a problem.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new ConfigurationException(_found);
    }
}
