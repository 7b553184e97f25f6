using AiFixer.Hosting.Configuration;
using AiFixer.Storage;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Settings;

/// <summary>Reads the sections <c>Storage</c> and <c>Retention</c>.</summary>
public static class StorageSettings
{
    public static StorageOptions Read(IConfiguration configuration, ConfigurationProblems problems)
    {
        var options = Bind(configuration, problems);
        options.Retention = RetentionSettings.Read(new(configuration, problems));
        foreach (var problem in options.Validate())
            problems.Add(problem);
        return options;
    }

    private static StorageOptions Bind(IConfiguration configuration, ConfigurationProblems problems)
    {
        try
        {
            return configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        }
        catch (InvalidOperationException e)
        {
            problems.Add(e.Message);
            return new();
        }
    }
}
