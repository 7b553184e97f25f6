namespace AiFixer.Hosting.Configuration;

/// <summary>The service cannot start with this configuration. The message names every key that is wrong.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> problems)
    : Exception("The configuration is not usable:" + string.Concat(problems.Select(problem => $"{Environment.NewLine}  - {problem}")))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
