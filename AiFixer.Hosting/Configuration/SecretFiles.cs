namespace AiFixer.Hosting.Configuration;

/// <summary>Takes a secret from the file that <c>Section__Key_FILE</c> names, as container platforms mount them.</summary>
internal static class SecretFiles
{
    private const string Suffix = "_FILE";

    public static Dictionary<string, string?> Read(IReadOnlyDictionary<string, string> variables)
    {
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var problems = new ConfigurationProblems();
        foreach (var (name, path) in variables)
        {
            if (name.EndsWith(Suffix, StringComparison.Ordinal) && KeyOf(name[..^Suffix.Length]) is { } key)
                found[key] = Content(name, path, problems);
        }

        problems.ThrowIfAny();
        return found;
    }

    private static string? KeyOf(string variable) =>
        variable.Contains("__", StringComparison.Ordinal)
            ? variable.Replace("__", ":", StringComparison.Ordinal)
            : VariableAliases.KeyOf(variable);

    private static string? Content(string variable, string path, ConfigurationProblems problems)
    {
        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n');
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(variable, $"the file cannot be read: {unreadable.Message}");
            return null;
        }
    }
}
