using AiFixer.Hosting.Configuration;
using AiFixer.Plugins;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Settings;

/// <summary>Checks the section <c>Plugins</c> together with all others, so that everything wrong is said at once.</summary>
internal static class PluginSettings
{
    public static void Check(IConfiguration configuration, ConfigurationProblems problems)
    {
        foreach (var problem in Read(configuration, problems)?.Problems() ?? [])
            problems.Add(problem);
    }

    private static PluginsOptions? Read(IConfiguration configuration, ConfigurationProblems problems)
    {
        try
        {
            return configuration.GetSection(PluginsOptions.Section).Get<PluginsOptions>();
        }
        catch (InvalidOperationException e)
        {
            problems.Add(e.Message);
            return null;
        }
    }
}
