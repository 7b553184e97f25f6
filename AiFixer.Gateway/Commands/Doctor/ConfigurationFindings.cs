using AiFixer.Plugins.Checks;

namespace AiFixer.Gateway.Commands.Doctor;

/// <summary>What is wrong with a value that was configured.</summary>
internal static class ConfigurationFindings
{
    /// <summary>A problem begins with its key.</summary>
    public static Finding Of(string problem)
    {
        var end = problem.IndexOf(": ", StringComparison.Ordinal);
        return end < 0
            ? new("configuration", FindingState.Broken, problem, "correct it: AiFixer does not start with it")
            : new("configuration", FindingState.Broken, problem, $"correct {problem[..end]}: AiFixer does not start with it");
    }
}
